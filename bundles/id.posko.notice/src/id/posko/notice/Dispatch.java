package id.posko.notice;

import java.time.Instant;
import java.util.List;

import id.posko.kit.Notices.Message;

/**
 * Messages that go together. Once formed it stays as it is until it is sent, so that a receiver that gets it twice,
 * because its answer was lost, can see that by the id.
 *
 * @param replyTo ids of the dispatches that told of the same causes before
 * @param omitted messages that were given up before these
 */
record Dispatch(String id, Kind kind, List<Message> messages, List<String> replyTo, Omission omitted, boolean urgent,
		Instant formed) {

	enum Kind {
		NEWS,
		/** What waited for the end of the quiet hours. */
		SUMMARY,
		/** Sent by hand, to see whether it comes. */
		EXAMPLE
	}

	Omission given() {
		Omission all = omitted;
		for (Message message : messages) {
			all = all.plus(message.at());
		}
		return all;
	}
}
