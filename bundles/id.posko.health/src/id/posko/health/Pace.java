package id.posko.health;

import java.time.Duration;
import java.time.Instant;

/**
 * How often devices are asked.
 *
 * @param interval between two questions to a device that is steady
 * @param firstRound the time over which a fleet is asked for the first time
 * @param recheck between two questions while an outage is being confirmed
 * @param checkNow the same while somebody waits for the verdict
 * @param outage between two questions in the first minutes of an outage
 * @param fresh how long an outage is asked about so often; then on the interval
 * @param lasting after how long an outage is asked about only every second interval; after a day every fifth
 * @param longest a device that returns from the longest outage is asked within that, or within one and a half intervals
 *        where those are longer
 * @param underWay questions at most at one time
 * @param grace how long after its time-out a question is given up
 */
public record Pace(Duration interval, Duration firstRound, Duration recheck, Duration checkNow, Duration outage,
		Duration fresh, Duration lasting, Duration longest, int underWay, Duration grace) {

	public static final Pace DEFAULT = new Pace(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(5),
			Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(5), 512,
			Duration.ofSeconds(1));

	private static final Duration DAY = Duration.ofDays(1);
	private static final int SELDOM = 2;
	private static final int RARELY = 5;

	public Pace {
		if (!interval.isPositive() || firstRound.isNegative() || !recheck.isPositive() || !checkNow.isPositive()
				|| !outage.isPositive() || !longest.isPositive() || underWay < 1 || !grace.isPositive()) {
			throw new IllegalArgumentException("pace " + interval + ", " + recheck + ", " + outage + ", " + underWay);
		}
	}

	public Pace withInterval(Duration other) {
		return withOutage(other, outage, fresh, lasting, longest);
	}

	Pace withOutage(Duration interval, Duration outage, Duration fresh, Duration lasting, Duration longest) {
		return new Pace(interval, firstRound, recheck, checkNow, outage, fresh, lasting, longest, underWay, grace);
	}

	/** When a device is asked for the first time; {@code share} (0 to 1) is its fixed place in a round. */
	Instant first(Instant now, double share) {
		return now.plusMillis((long) (share * firstRound.toMillis()));
	}

	/** When a device is asked again. */
	Instant next(DeviceHealth health, Instant now, double share) {
		if (health.confirming()) {
			return now.plus(recheck);
		}
		Duration lasts = Duration.between(health.verdict().since(), now);
		return switch (health.state()) {
			case DOWN -> lasts.compareTo(fresh) < 0 ? now.plus(outage) : slot(now, round(lasts), share);
			case UNREACHABLE -> slot(now, round(lasts), share);
			case UP, DEGRADED, UNKNOWN, MAINTENANCE, NOT_MEASURED -> slot(now, interval, share);
		};
	}

	/** The longer an outage lasts, the longer: a slot lies within one and a half rounds. */
	private Duration round(Duration lasts) {
		Duration slow = lasts.compareTo(lasting) < 0 ? interval
				: interval.multipliedBy(lasts.compareTo(DAY) < 0 ? SELDOM : RARELY);
		Duration most = longest.multipliedBy(2).dividedBy(3);
		return slow.compareTo(most) <= 0 ? slow : most.compareTo(interval) > 0 ? most : interval;
	}

	/** The device's own place in one of the next rounds, at least half a round from now. */
	private static Instant slot(Instant now, Duration round, double share) {
		long millis = round.toMillis();
		long earliest = now.toEpochMilli() + millis / 2;
		long ahead = Math.floorMod((long) (share * millis) - earliest, millis);
		return Instant.ofEpochMilli(earliest + ahead);
	}
}
