package id.posko.bag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong: the first thousand of each weight in full, the number of all. Any thread. */
final class Flaws {

	private static final int MOST = 1_000;
	private static final Comparator<Flaw> WORST_FIRST = Comparator.comparing(Flaw::weight).reversed()
			.thenComparing(Flaw::file).thenComparing(Flaw::line).thenComparing(Flaw::kind);

	private final Map<Flaw.Weight, List<Flaw>> first = new EnumMap<>(Flaw.Weight.class);
	private final Map<Flaw.Kind, Long> counts = new EnumMap<>(Flaw.Kind.class);

	synchronized void add(Flaw flaw) {
		counts.merge(flaw.kind(), 1L, Long::sum);
		List<Flaw> alike = first.computeIfAbsent(flaw.weight(), _ -> new ArrayList<>());
		if (alike.size() < MOST) {
			alike.add(flaw);
		}
	}

	void add(Flaw.Kind kind, String file, long line, String... arguments) {
		add(Flaw.of(kind, file, line, arguments));
	}

	synchronized boolean has(Flaw.Weight weight) {
		return first.containsKey(weight);
	}

	/** The verdict on a payload of that size. */
	synchronized Verdict verdict(long files, long octets, boolean hashed) {
		List<Flaw> all = first.values().stream().flatMap(List::stream).sorted(WORST_FIRST).toList();
		return new Verdict(all, Map.copyOf(counts), files, octets, hashed);
	}
}
