package id.posko.kit;

import java.time.Duration;

/**
 * The line that joins an office to the data centre, with what is normal on it: how long an answer may take at most,
 * from what round trip it is slow (and below which it no longer is), and from what share of lost answers it is lossy
 * (and by how much less it no longer is). A satellite line answers after 550 ms at the earliest.
 */
public enum LinkKind {
	FIBRE(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(80), 5, 3),
	RADIO(Duration.ofSeconds(2), Duration.ofMillis(250), Duration.ofMillis(200), 10, 5),
	LTE(Duration.ofSeconds(3), Duration.ofMillis(400), Duration.ofMillis(320), 10, 5),
	VSAT(Duration.ofSeconds(4), Duration.ofMillis(1200), Duration.ofMillis(1000), 15, 5),
	/** The list does not say: as patient as the slowest line. */
	UNSPECIFIED(Duration.ofSeconds(4), Duration.ofMillis(1200), Duration.ofMillis(1000), 15, 5);

	private final Duration timeout;
	private final Duration slow;
	private final int lossyPercent;
	private final Limit slowNanos;
	private final Limit lossPercent;

	LinkKind(Duration timeout, Duration slow, Duration slowNoMore, int lossyPercent, int lossMargin) {
		this.timeout = timeout;
		this.slow = slow;
		this.lossyPercent = lossyPercent;
		slowNanos = Limit.beyond(slow.toNanos(), slow.minus(slowNoMore).toNanos());
		lossPercent = new Limit(lossyPercent, lossMargin);
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

	/** {@link #slow} with its hysteresis. */
	public Limit slowNanos() {
		return slowNanos;
	}

	/** {@link #lossyPercent} with its hysteresis. */
	public Limit lossPercent() {
		return lossPercent;
	}
}
