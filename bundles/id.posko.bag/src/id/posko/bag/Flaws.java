package id.posko.bag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong: the first thousand in full, the number of all. Any thread. */
final class Flaws {

	private static final int MOST = 1_000;

	private final List<Flaw> first = new ArrayList<>();
	private final Map<Flaw.Weight, Long> counts = new EnumMap<>(Flaw.Weight.class);

	synchronized void add(Flaw flaw) {
		counts.merge(flaw.weight(), 1L, Long::sum);
		if (first.size() < MOST) {
			first.add(flaw);
		}
	}

	void add(Flaw.Kind kind, String file, long line, String... arguments) {
		add(Flaw.of(kind, file, line, arguments));
	}

	synchronized List<Flaw> first() {
		return List.copyOf(first);
	}

	synchronized Map<Flaw.Weight, Long> counts() {
		return Map.copyOf(counts);
	}

	synchronized boolean has(Flaw.Weight weight) {
		return counts.containsKey(weight);
	}
}
