package id.posko.probe.ups;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.posko.health.Reading;

/**
 * The readings of a UPS out of all that was found: for each quantity and line the best value, then the lines settled
 * and the values compared with each other. A quantity of a side with one line bears the plain name
 * ({@code input.volts}); where a side has several lines, each bears its number ({@code input.volts.2}), and a value of
 * the whole side the plain name besides.
 */
final class Readings {

	/** In volts. Below this a line is dead: what is left on it is induced. */
	private static final double LIVE = 40;
	private static final int RANK_OF_RFC = 2;
	private static final Set<String> MAINS_AND_BATTERY = Set.of("normal", "battery");

	private final Map<Quantity, SortedMap<Integer, Judged>> best = new EnumMap<>(Quantity.class);
	private final List<Found> found;

	private Readings(List<Found> found, Judge judge, Set<Found> contradicted) {
		this.found = found;
		found.stream().map(f -> contradicted.contains(f) ? Optional.of(Judged.rejected(f, Rejected.CONTRADICTED))
				: judge.judge(f)).flatMap(Optional::stream).forEach(this::take);
		settleLines(Quantity.INPUT_VOLTS, lines(Quantity.INPUT_VOLTS, Quantity.INPUT_LINES));
		settleLines(Quantity.OUTPUT_VOLTS, lines(Quantity.OUTPUT_VOLTS, Quantity.OUTPUT_LINES));
	}

	/** In the order of the vocabulary and of the lines. A value that is contradicted gives way to the next best. */
	static List<Reading> of(List<Found> found, Judge judge) {
		Set<Found> contradicted = new HashSet<>(senseless(found, judge));
		Readings readings = new Readings(found, judge, contradicted);
		while (contradicted.addAll(Comparison.of(readings.best).contradicted())) {
			readings = new Readings(found, judge, contradicted);
		}
		return readings.named();
	}

	/** Flags of one maker by which the UPS would be on mains and on its battery at once: none of them tells anything. */
	private static List<Found> senseless(List<Found> found, Judge judge) {
		List<Found> flags = found.stream().filter(f -> f.row().kind() == Row.Kind.FLAG).toList();
		Map<String, Set<String>> sources = flags.stream().filter(f -> f.row().quantity() == Quantity.OUTPUT_SOURCE)
				.collect(Collectors.groupingBy(f -> f.row().dialect(), Collectors.flatMapping(
						f -> judge.judge(f).flatMap(Judged::state).stream(), Collectors.toSet())));
		return flags.stream().filter(f -> sources.getOrDefault(f.row().dialect(), Set.of()).containsAll(MAINS_AND_BATTERY))
				.toList();
	}

	private void take(Judged judged) {
		best.computeIfAbsent(judged.quantity(), _ -> new TreeMap<>()).merge(judged.line(), judged,
				(old, other) -> other.order() < old.order() ? other : old);
	}

	/**
	 * What the device says, else what the RFC's table has, unless a table has other live lines, else what any table has. Output lines live and die together,
	 * so those that are dead beside a live one were never there; nor were such input lines, unless the device says so or
	 * the output has more live lines: then they have failed. Nor were lines that are all dead while the whole is live.
	 */
	private int lines(Quantity volts, Quantity count) {
		OptionalDouble told = Comparison.number(best, count, 0);
		int there = found.stream().filter(f -> f.row().quantity() == volts).mapToInt(Found::line).max().orElse(0);
		int ofRfc = found.stream().filter(f -> f.row().quantity() == volts && f.row().rank() == RANK_OF_RFC)
				.mapToInt(Found::line).max().orElse(there);
		int lines = told.isPresent() ? (int) told.getAsDouble()
				: Math.clamp(areCopies(volts, ofRfc) ? Math.min(there, ofRfc) : there, 1, 3);
		boolean others = volts == Quantity.OUTPUT_VOLTS || told.isEmpty() && live(Quantity.OUTPUT_VOLTS) <= 1;
		boolean whole = live(volts) == 0 && Comparison.number(best, volts, 0).orElse(0) >= LIVE;
		return others && live(volts) == 1 || whole ? 1 : lines;
	}

	/** Whether lines beyond these are dead or have the volts of the first: cards fill their tables so. */
	private boolean areCopies(Quantity volts, int lines) {
		double first = Comparison.number(best, volts, 1).orElse(0);
		return best.getOrDefault(volts, new TreeMap<>()).tailMap(lines + 1).values().stream()
				.mapToDouble(v -> v.number().orElse(0)).allMatch(v -> v < LIVE || v == first);
	}

	private int live(Quantity volts) {
		return (int) best.getOrDefault(volts, new TreeMap<>()).entrySet().stream()
				.filter(v -> v.getKey() > 0 && v.getValue().number().orElse(0) >= LIVE).count();
	}

	private void settleLines(Quantity volts, int lines) {
		for (Quantity quantity : Quantity.values()) {
			if (!best.containsKey(quantity) || !quantity.side().equals(volts.side())) {
				continue;
			}
			SortedMap<Integer, Judged> values = best.get(quantity);
			values.replaceAll((line, judged) -> line > lines
					? Judged.rejected(judged.found(), Rejected.ABSENT_LINE) : judged);
			if (lines == 1 && values.containsKey(1)) {
				Judged only = values.remove(1);
				values.merge(0, only, (whole, line) -> line.order() < whole.order() ? line : whole);
			}
		}
	}

	private List<Reading> named() {
		List<Reading> readings = new ArrayList<>();
		best.forEach((quantity, values) -> values.forEach((line, judged) -> {
			if (quantity.isShown()) {
				readings.add(judged.as(quantity.code() + (line == 0 ? "" : "." + line)));
			}
		}));
		return readings;
	}
}
