package id.posko.health.ui;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import id.posko.health.State;

/** How many devices are in which state. */
record Counts(Map<State, Integer> byState) {

	static Counts of(Collection<State> states) {
		Map<State, Integer> counts = new EnumMap<>(State.class);
		states.forEach(state -> counts.merge(state, 1, Integer::sum));
		return new Counts(counts);
	}

	int of(State state) {
		return byState.getOrDefault(state, 0);
	}

	int all() {
		return byState.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** Those that a person should look at. */
	int troubled() {
		return of(State.DOWN) + of(State.UNREACHABLE) + of(State.UNKNOWN) + of(State.DEGRADED);
	}

	State mostUrgent() {
		return States.mostUrgent(byState.keySet());
	}

	Counts plus(Counts other) {
		Map<State, Integer> sum = new EnumMap<>(State.class);
		sum.putAll(byState);
		other.byState.forEach((state, count) -> sum.merge(state, count, Integer::sum));
		return new Counts(sum);
	}
}
