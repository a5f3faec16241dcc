package id.posko.health;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a UPS' battery has changed over weeks: its runtime at a comparable load, or its volts where it tells no runtime,
 * along a robust line ({@link Slope}) since it was last replaced. Nothing is said of less than four weeks or of fewer
 * than 14 days; it ages if the line has fallen by a tenth (volts: a twentieth) and two of three pairs of days fall.
 *
 * @param first what the line says of the first day, in the quantity's unit
 * @param last the same of the last day
 * @param span days from the first to the last
 * @param days how many of them were read
 */
public record BatteryAgeing(String quantity, Outcome outcome, double first, double last, int span, int days) {

	/** How far back to look. */
	public static final int LOOK_BACK_DAYS = 730;
	static final int LEAST_SPAN = 28;
	static final int LEAST_DAYS = 14;
	private static final String CAPACITY = "battery.capacity";
	/** Days whose load is further off the middle one than so many points are left out. */
	private static final double COMPARABLE_LOAD = 5;
	private static final double MOSTLY = 2 / 3.0;
	private static final Map<String, Double> FALL = Map.of(BatteryDays.RUNTIME, 0.1, BatteryDays.VOLTS, 0.05);
	/** A battery that is suddenly so much better is another one. */
	private static final double RENEWED = 1.25;
	private static final int AROUND = 3;

	public enum Outcome {
		TOO_EARLY, STEADY, AGEING
	}

	/** Empty if nothing is known of the battery. */
	public static Optional<BatteryAgeing> of(List<DayReading> readings) {
		Map<String, Map<LocalDate, Double>> values = readings.stream().collect(Collectors.groupingBy(DayReading::quantity,
				Collectors.toMap(DayReading::day, DayReading::value, (_, later) -> later)));
		Map<LocalDate, Double> loads = values.getOrDefault(BatteryDays.LOAD, Map.of());
		Map<LocalDate, Double> runtimes = values.getOrDefault(BatteryDays.RUNTIME, Map.of());
		Map<LocalDate, Double> volts = values.getOrDefault(BatteryDays.VOLTS, Map.of());
		List<LocalDate> comparable = comparable(runtimes, loads);
		Optional<BatteryAgeing> byRuntime = of(BatteryDays.RUNTIME, comparable, runtimes);
		return byRuntime.filter(ageing -> ageing.outcome() != Outcome.TOO_EARLY)
				.or(() -> of(BatteryDays.VOLTS, volts.keySet().stream().sorted().toList(), volts))
				.or(() -> byRuntime);
	}

	private static List<LocalDate> comparable(Map<LocalDate, Double> runtimes, Map<LocalDate, Double> loads) {
		List<LocalDate> both = runtimes.keySet().stream().filter(loads::containsKey).sorted().toList();
		if (both.isEmpty()) {
			return both;
		}
		double usual = Slope.median(both.stream().mapToDouble(loads::get).toArray());
		return both.stream().filter(day -> Math.abs(loads.get(day) - usual) <= COMPARABLE_LOAD).toList();
	}

	private static Optional<BatteryAgeing> of(String quantity, List<LocalDate> days, Map<LocalDate, Double> values) {
		List<LocalDate> since = days.subList(replaced(days, values), days.size());
		if (since.isEmpty()) {
			return Optional.empty();
		}
		int span = (int) ChronoUnit.DAYS.between(since.getFirst(), since.getLast());
		if (span < LEAST_SPAN || since.size() < LEAST_DAYS) {
			return Optional.of(new BatteryAgeing(quantity, Outcome.TOO_EARLY, values.get(since.getFirst()),
					values.get(since.getLast()), span, since.size()));
		}
		List<Slope.Point> points = new ArrayList<>();
		since.forEach(day -> points.add(new Slope.Point(ChronoUnit.DAYS.between(since.getFirst(), day), values.get(day))));
		Slope slope = Slope.of(points);
		boolean isAgeing = slope.at(span) <= slope.at0() * (1 - FALL.get(quantity)) && slope.falling() >= MOSTLY;
		return Optional.of(new BatteryAgeing(quantity, isAgeing ? Outcome.AGEING : Outcome.STEADY, slope.at0(),
				slope.at(span), span, since.size()));
	}

	/** Index of the first day after the last replacement; 0 if there was none. */
	private static int replaced(List<LocalDate> days, Map<LocalDate, Double> values) {
		for (int i = days.size() - AROUND; i >= AROUND; i--) {
			if (middle(days.subList(i, i + AROUND), values) >= RENEWED * middle(days.subList(i - AROUND, i), values)
					&& values.get(days.get(i)) >= RENEWED * values.get(days.get(i - 1))) {
				return i;
			}
		}
		return 0;
	}

	private static double middle(List<LocalDate> days, Map<LocalDate, Double> values) {
		return Slope.median(days.stream().mapToDouble(values::get).toArray());
	}

	/** Percent of what it was good for at first. */
	public double percent() {
		return 100 * last / first;
	}

	/** As a reading among the others; too little data is a rejected one. */
	public Reading reading() {
		String raw = "n=" + days;
		return outcome == Outcome.TOO_EARLY
				? Reading.rejected(CAPACITY, Unit.PERCENT, quantity, raw, "too_early")
				: Reading.number(CAPACITY, percent(), Unit.PERCENT, "Theil–Sen " + quantity, raw);
	}

	/** What a person should know; empty while it does not age. */
	public Optional<Cause> cause() {
		if (outcome != Outcome.AGEING) {
			return Optional.empty();
		}
		return Optional.of(quantity.equals(BatteryDays.RUNTIME)
				? Cause.of("ups_ageing", Duration.ofSeconds(Math.round(last)), Duration.ofDays(span),
						Duration.ofSeconds(Math.round(first)))
				: Cause.of("ups_ageing_volts", tenths(last), Duration.ofDays(span), tenths(first)));
	}

	private static double tenths(double value) {
		return Math.round(value * 10) / 10.0;
	}
}
