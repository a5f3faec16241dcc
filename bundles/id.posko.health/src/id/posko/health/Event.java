package id.posko.health;

import java.util.Locale;
import java.util.Set;

/**
 * A change of state as the history keeps it.
 *
 * @param number grows with every event that is kept
 */
public record Event(long number, Transition transition) {

	/** What happened, for a person. */
	public enum Kind {
		/** It stopped to answer while its path did. */
		DOWN,
		/** Its path is cut. */
		UNREACHABLE,
		/** It answers again after an outage. */
		BACK,
		/** It answers, but not as it should. */
		DEGRADED,
		/** It answers as it should, or was measured for the first time. */
		WELL,
		/** It changes between answering and not. */
		FLAPPING,
		/** The machine was started anew. */
		RESTARTED,
		MAINTENANCE, MAINTENANCE_ENDED,
		/** Nothing is known of it any more. */
		UNKNOWN;

		/** {@code down, maintenance_ended} … */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	private static final Set<State> OUT = Set.of(State.DOWN, State.UNREACHABLE);

	public Kind kind() {
		String cause = transition.cause().code();
		if (transition.from() == State.MAINTENANCE && transition.to() != State.MAINTENANCE) {
			return Kind.MAINTENANCE_ENDED;
		}
		return switch (transition.to()) {
			case DOWN -> Kind.DOWN;
			case UNREACHABLE -> Kind.UNREACHABLE;
			case MAINTENANCE -> Kind.MAINTENANCE;
			case UNKNOWN, NOT_MEASURED -> Kind.UNKNOWN;
			case UP, DEGRADED -> cause.endsWith("_restarted") ? Kind.RESTARTED
					: cause.equals("flapping") ? Kind.FLAPPING
					: OUT.contains(transition.from()) ? Kind.BACK
					: transition.to() == State.DEGRADED ? Kind.DEGRADED : Kind.WELL;
		};
	}
}
