package id.posko.probe.icmp;

/**
 * How many requests may be sent by now: a token bucket counted from an absolute start, so that short delays are made up
 * for. It gives small bursts, at least a millisecond apart: 16, or a quarter more than the rate gives in that time. What
 * a standstill of more than a quarter of a second left over is forfeited. Times are nanoseconds of one steady clock.
 */
final class Pace {

	static final long UNLIMITED = Long.MAX_VALUE;

	private static final int BURST = 16;
	private static final long TICK = 1_000_000;
	private static final long SECOND = 1_000_000_000;

	private final long perSecond;
	private final long slack;
	private final long perTick;
	private long origin;
	private long taken;
	private long granted;
	private long resume;

	/** @param perSecond at most a million, or {@link #UNLIMITED} */
	Pace(long perSecond, long now) {
		if (perSecond < 1 || perSecond > 1_000_000 && perSecond != UNLIMITED) {
			throw new IllegalArgumentException(perSecond + "/s");
		}
		this.perSecond = perSecond;
		slack = Math.max(BURST, perSecond / 4);
		perTick = Math.max(BURST, Math.ceilDiv(perSecond, 800));
		origin = now;
		resume = now;
	}

	/** What is left of this burst, or a new one. */
	int available(long now) {
		if (perSecond == UNLIMITED) {
			return Integer.MAX_VALUE;
		}
		if (granted == 0 && now - resume >= 0) {
			long seconds = (now - origin) / SECOND;
			origin += seconds * SECOND;
			taken = seconds > SECOND ? 0 : taken - seconds * perSecond;
			long due = 1 + (now - origin) * perSecond / SECOND;
			taken = Math.max(taken, due - slack);
			granted = Math.min(due - taken, perTick);
			resume = granted > 0 ? now + TICK : resume;
		}
		return (int) granted;
	}

	void take(int count) {
		taken += count;
		granted -= count;
	}

	boolean isUnlimited() {
		return perSecond == UNLIMITED;
	}

	/** When to come back: as soon as a full burst is due, but not later than two ticks after the last began. */
	long next(long now) {
		if (available(now) > 0) {
			return now;
		}
		long burst = Math.min(due(BURST), resume + TICK);
		return Math.max(Math.max(resume, due(1)), burst);
	}

	/** When so many more tokens are there. */
	private long due(int tokens) {
		return origin + Math.ceilDiv((taken + tokens - 1) * SECOND, perSecond);
	}
}
