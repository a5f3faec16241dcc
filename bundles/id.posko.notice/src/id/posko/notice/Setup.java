package id.posko.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Message;

/**
 * How people are told, as it is set up.
 *
 * @param urgent what is told in the quiet hours too
 * @param gather how long what happens together is gathered
 * @param ca PEM file of the only certificates that are trusted; without it those that Java trusts
 */
record Setup(Optional<Mail> mail, Optional<Webhook> webhook, Optional<Quiet> quiet, Set<DeviceKind> urgent,
		Duration gather, Optional<Path> ca) {

	/** What is urgent is gathered no longer than that. */
	private static final Duration URGENT_GATHER = Duration.ofSeconds(5);

	enum Security {
		STARTTLS, TLS, NONE
	}

	/** @param user and {@code secret}, the name of its password: both or none */
	record Mail(String host, int port, Security security, Optional<String> user, Optional<String> secret, String from,
			List<String> to) {
	}

	/** @param key name of the secret that signs, @param token name of the bearer token */
	record Webhook(String url, Optional<String> key, Optional<String> token) {
	}

	static final Setup NONE = new Setup(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Duration.ZERO,
			Optional.empty());

	boolean isQuiet(Instant at) {
		return quiet.filter(hours -> hours.holds(at)).isPresent();
	}

	boolean isUrgent(Message message) {
		return urgent.contains(message.kind());
	}

	/** How long others are waited for that may belong to the message. */
	Duration gather(Message message) {
		return isUrgent(message) && gather.compareTo(URGENT_GATHER) > 0 ? URGENT_GATHER : gather;
	}
}
