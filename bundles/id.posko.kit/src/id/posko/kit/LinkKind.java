package id.posko.kit;

import java.time.Duration;

/**
 * The line that joins an office to the data centre, with what is normal on it: how long an answer may take at most,
 * from what round trip it is slow, and from what share of lost answers it is lossy. A satellite line answers after
 * 550 ms at the earliest.
 */
public enum LinkKind {
	FIBRE(Duration.ofSeconds(2), Duration.ofMillis(100), 5),
	RADIO(Duration.ofSeconds(2), Duration.ofMillis(250), 10),
	LTE(Duration.ofSeconds(3), Duration.ofMillis(400), 10),
	VSAT(Duration.ofSeconds(4), Duration.ofMillis(1200), 15),
	/** The list does not say: as patient as the slowest line. */
	UNSPECIFIED(Duration.ofSeconds(4), Duration.ofMillis(1200), 15);

	private final Duration timeout;
	private final Duration slow;
	private final int lossyPercent;

	LinkKind(Duration timeout, Duration slow, int lossyPercent) {
		this.timeout = timeout;
		this.slow = slow;
		this.lossyPercent = lossyPercent;
	}

	public Duration timeout() {
		return timeout;
	}

	/** A round trip longer than this is slow for this kind of line. */
	public Duration slow() {
		return slow;
	}

	/** From this share of lost answers (percent) the line is lossy. */
	public int lossyPercent() {
		return lossyPercent;
	}
}
