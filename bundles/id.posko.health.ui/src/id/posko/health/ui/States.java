package id.posko.health.ui;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.posko.health.State;
import id.posko.kit.Words;
import id.posko.ui.Mark;

/** How states look, what they are called, and which of them needs a person first. */
final class States {

	/** What needs a person first comes first. */
	static final List<State> BY_URGENCY = List.of(State.DOWN, State.UNREACHABLE, State.UNKNOWN, State.DEGRADED,
			State.MAINTENANCE, State.UP, State.NOT_MEASURED);
	static final Comparator<State> MOST_URGENT_FIRST = Comparator.comparingInt(BY_URGENCY::indexOf);

	private final Map<State, String> names = new EnumMap<>(State.class);

	States(Locale locale) {
		Words words = Words.of(State.class, locale);
		for (State state : State.values()) {
			names.put(state, words.say("state." + state));
		}
	}

	String name(State state) {
		return names.get(state);
	}

	static Mark mark(State state) {
		return switch (state) {
			case UP -> Mark.GOOD;
			case DEGRADED -> Mark.WARN;
			case DOWN -> Mark.BAD;
			case UNREACHABLE -> Mark.CUT;
			case UNKNOWN -> Mark.UNSURE;
			case MAINTENANCE -> Mark.PAUSED;
			case NOT_MEASURED -> Mark.NONE;
		};
	}

	/** Of none it is NOT_MEASURED. */
	static State mostUrgent(Collection<State> states) {
		return states.stream().min(MOST_URGENT_FIRST).orElse(State.NOT_MEASURED);
	}
}
