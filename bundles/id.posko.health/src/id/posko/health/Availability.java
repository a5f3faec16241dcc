package id.posko.health;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a device's time in [from, to) divides: answering (degraded included), down, unreachable, in maintenance, and not
 * measured (unknown included). The parts sum to the whole exactly.
 */
public record Availability(Instant from, Instant to, Map<Part, Duration> parts) {

	public enum Part {
		UP, DOWN, UNREACHABLE, MAINTENANCE, NOT_MEASURED;

		public static Part of(State state) {
			return switch (state) {
				case UP, DEGRADED -> UP;
				case DOWN -> DOWN;
				case UNREACHABLE -> UNREACHABLE;
				case MAINTENANCE -> MAINTENANCE;
				case UNKNOWN, NOT_MEASURED -> NOT_MEASURED;
			};
		}
	}

	/**
	 * @param transitions in order of time, as {@link History#transitions} gives them: with the last one before
	 * {@code from}; without one the device was not measured. Later ones than {@code to} are left out.
	 */
	public static Availability of(List<Transition> transitions, Instant from, Instant to) {
		Map<Part, Duration> parts = new EnumMap<>(Part.class);
		Arrays.stream(Part.values()).forEach(part -> parts.put(part, Duration.ZERO));
		Part part = Part.NOT_MEASURED;
		Instant since = from;
		for (Transition transition : transitions) {
			Instant at = transition.at().isBefore(to) ? transition.at() : to;
			if (at.isAfter(since)) {
				parts.merge(part, Duration.between(since, at), Duration::plus);
				since = at;
			}
			part = Part.of(transition.to());
		}
		if (to.isAfter(since)) {
			parts.merge(part, Duration.between(since, to), Duration::plus);
		}
		return new Availability(from, to, parts);
	}

	public Duration time(Part part) {
		return parts.get(part);
	}

	/**
	 * Tenths of a percent, by largest remainder: they sum to exactly 1,000; all 0 if the interval is empty. Between
	 * equal remainders the earlier part wins.
	 */
	public Map<Part, Integer> tenthsOfPercent() {
		Map<Part, Integer> tenths = new EnumMap<>(Part.class);
		Arrays.stream(Part.values()).forEach(part -> tenths.put(part, 0));
		Duration whole = parts.values().stream().reduce(Duration.ZERO, Duration::plus);
		if (whole.isZero()) {
			return tenths;
		}
		int given = 0;
		Map<Part, BigInteger> remainders = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			BigInteger[] share = nanos(time(part)).multiply(BigInteger.valueOf(1_000)).divideAndRemainder(nanos(whole));
			tenths.put(part, share[0].intValueExact());
			remainders.put(part, share[1]);
			given += tenths.get(part);
		}
		remainders.entrySet().stream()
				.sorted(Map.Entry.<Part, BigInteger>comparingByValue(Comparator.reverseOrder()))
				.limit(1_000 - given).forEach(entry -> tenths.merge(entry.getKey(), 1, Integer::sum));
		return tenths;
	}

	private static BigInteger nanos(Duration time) {
		return BigInteger.valueOf(time.toNanos());
	}

	/** As {@link #tenthsOfPercent}, in percent with one decimal. */
	public double percent(Part part) {
		return tenthsOfPercent().get(part) / 10d;
	}
}
