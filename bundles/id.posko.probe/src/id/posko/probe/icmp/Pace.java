package id.posko.probe.icmp;

/**
 * How many requests may be sent by now: a token bucket counted from an absolute start, so that short delays are made up
 * for, in small bursts (16 in a millisecond, or a quarter more than the rate gives). What a standstill of more than a
 * quarter of a second left over is forfeited. Times are nanoseconds of one steady clock.
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
	private long tick;
	private long inTick;

	/** @param perSecond at most a million, or {@link #UNLIMITED} */
	Pace(long perSecond, long now) {
		if (perSecond < 1 || perSecond > 1_000_000 && perSecond != UNLIMITED) {
			throw new IllegalArgumentException(perSecond + "/s");
		}
		this.perSecond = perSecond;
		slack = Math.max(BURST, perSecond / 4);
		perTick = Math.max(BURST, Math.ceilDiv(perSecond, 800));
		origin = now;
		tick = now;
	}

	int available(long now) {
		if (perSecond == UNLIMITED) {
			return Integer.MAX_VALUE;
		}
		long seconds = (now - origin) / SECOND;
		origin += seconds * SECOND;
		taken = seconds > SECOND ? 0 : taken - seconds * perSecond;
		long due = 1 + (now - origin) * perSecond / SECOND;
		taken = Math.max(taken, due - slack);
		if (now - tick >= TICK) {
			tick = now - (now - origin) % TICK;
			inTick = 0;
		}
		return (int) Math.min(due - taken, perTick - inTick);
	}

	void take(int count) {
		taken += count;
		inTick += count;
	}

	boolean isUnlimited() {
		return perSecond == UNLIMITED;
	}

	/** When to come back, so that a whole tick's share is sent at once. */
	long next(long now) {
		if (available(now) > 0) {
			return now;
		}
		long token = origin + Math.ceilDiv(taken * SECOND, perSecond);
		return inTick > 0 ? Math.max(token, tick + TICK) : token;
	}
}
