package id.posko.probe.ssh;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;

import id.posko.health.Answer;

/** What a machine said to a script. */
public sealed interface Reply {

	/**
	 * The script ended.
	 *
	 * @param exit its exit status; -1 if a signal ended it
	 * @param began when it was sent, by our clock
	 * @param took from then until its end
	 */
	record Said(String output, String errors, int exit, InetAddress machine, Instant began, Duration took)
			implements Reply {
	}

	/** It did not come to that; the answer says why. */
	record Nothing(Answer answer) implements Reply {
	}
}
