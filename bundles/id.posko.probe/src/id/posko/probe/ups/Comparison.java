package id.posko.probe.ups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds the values of one device against each other: agents write 0 for what they do not measure, and only the rest
 * tells whether 0 can be true.
 */
final class Comparison {

	private static final double DEAD_VOLTS = 40;
	private static final double GOOD_CHARGE = 50;
	private static final double SOME_LOAD = 5;
	private static final double SOME_AMPERES = 5;
	private static final double GOOD_RUNTIME = 600;
	private static final Set<String> MAINS_GONE = Set.of("battery", "off", "fault");
	private static final Set<String> DISCHARGING = Set.of("battery", "test");

	private final Map<Quantity, SortedMap<Integer, Judged>> best;
	private final List<Judged> contradicted = new ArrayList<>();
	private final String source;

	private Comparison(Map<Quantity, SortedMap<Integer, Judged>> best) {
		this.best = best;
		source = state(Quantity.OUTPUT_SOURCE);
		volts(Quantity.INPUT_VOLTS, MAINS_GONE.contains(source));
		volts(Quantity.OUTPUT_VOLTS, source.equals("off") || source.equals("fault"));
		battery();
		load();
	}

	static Comparison of(Map<Quantity, SortedMap<Integer, Judged>> best) {
		return new Comparison(best);
	}

	/** Values that are no readings, for others speak against them. */
	List<Found> contradicted() {
		return contradicted.stream().map(Judged::found).toList();
	}

	/**
	 * A dead side is believed only where the source explains it; one dead line beside a live one is, but not that the
	 * whole is dead beside a live line.
	 */
	private void volts(Quantity quantity, boolean explained) {
		Judged whole = best.getOrDefault(quantity, new TreeMap<>()).get(0);
		boolean live = values(quantity).stream().anyMatch(v -> v.number().orElse(0) >= DEAD_VOLTS);
		if (live && whole != null && whole.isReading() && whole.number().getAsDouble() < DEAD_VOLTS) {
			contradicted.add(whole);
		}
		List<Judged> measured = values(quantity).stream().filter(Judged::isReading).toList();
		if (!explained && measured.stream().allMatch(v -> v.number().getAsDouble() < DEAD_VOLTS)) {
			contradicted.addAll(measured);
		}
	}

	private void battery() {
		OptionalDouble charge = number(best, Quantity.BATTERY_CHARGE, 0);
		OptionalDouble runtime = number(best, Quantity.BATTERY_RUNTIME, 0);
		boolean normal = state(Quantity.BATTERY_STATE).equals("normal");
		boolean onMains = !DISCHARGING.contains(source);
		if (runtime.isPresent() && runtime.getAsDouble() == 0 && onMains
				&& (charge.orElse(0) >= GOOD_CHARGE || charge.isEmpty() && normal)) {
			contradicted.add(best.get(Quantity.BATTERY_RUNTIME).get(0));
		}
		if (charge.isPresent() && charge.getAsDouble() == 0 && normal && runtime.orElse(0) >= GOOD_RUNTIME) {
			contradicted.add(best.get(Quantity.BATTERY_CHARGE).get(0));
		}
	}

	private void load() {
		boolean some = values(Quantity.OUTPUT_LOAD).stream().anyMatch(v -> v.number().orElse(0) >= SOME_LOAD);
		OptionalDouble whole = number(best, Quantity.OUTPUT_LOAD, 0);
		if (some && whole.isPresent() && whole.getAsDouble() == 0) {
			contradicted.add(best.get(Quantity.OUTPUT_LOAD).get(0));
		}
		for (int line = 0; line <= 3; line++) {
			OptionalDouble load = number(best, Quantity.OUTPUT_LOAD, line);
			OptionalDouble amperes = number(best, Quantity.OUTPUT_AMPERES, line);
			if (load.isPresent() && amperes.isPresent()) {
				if (load.getAsDouble() == 0 && amperes.getAsDouble() >= SOME_AMPERES) {
					contradicted.add(best.get(Quantity.OUTPUT_LOAD).get(line));
				} else if (amperes.getAsDouble() == 0 && load.getAsDouble() >= SOME_LOAD) {
					contradicted.add(best.get(Quantity.OUTPUT_AMPERES).get(line));
				}
			}
		}
	}

	private Collection<Judged> values(Quantity quantity) {
		return best.getOrDefault(quantity, new TreeMap<>()).values();
	}

	private String state(Quantity quantity) {
		return values(quantity).stream().findFirst().flatMap(Judged::state).orElse("");
	}

	static OptionalDouble number(Map<Quantity, SortedMap<Integer, Judged>> best, Quantity quantity, int line) {
		Judged judged = best.getOrDefault(quantity, new TreeMap<>()).get(line);
		return judged == null ? OptionalDouble.empty() : judged.number();
	}
}
