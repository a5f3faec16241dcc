package id.posko.health.counter;

import java.time.Duration;

/**
 * How readings of a counter are judged.
 *
 * @param stuckAfter how long it may stay equal while records wait
 * @param leastGap two readings that are nearer to each other prove no standstill
 * @param fresh how old the last reading may be to tell how it is now
 * @param mostPerMinute more records than this are not sent in a minute: a lower value that is still higher than what
 *        can have been sent since the reading before is no restart
 */
public record CounterRule(Duration stuckAfter, Duration leastGap, Duration fresh, long mostPerMinute) {

	public static final CounterRule DEFAULT = new CounterRule(Duration.ofMinutes(30), Duration.ofSeconds(10),
			Duration.ofMinutes(15), 120);

	/** For a counter that is read that often. */
	public CounterRule every(Duration interval) {
		Duration three = interval.multipliedBy(3);
		return three.compareTo(fresh) > 0 ? new CounterRule(stuckAfter, leastGap, three, mostPerMinute) : this;
	}

	public CounterRule {
		if (stuckAfter.compareTo(leastGap) < 0 || leastGap.isNegative() || fresh.isNegative() || mostPerMinute < 1) {
			throw new IllegalArgumentException(stuckAfter + ", " + leastGap + ", " + fresh + ", " + mostPerMinute);
		}
	}
}
