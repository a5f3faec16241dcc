package id.posko.health;

import java.time.Instant;
import java.util.Optional;

import id.posko.kit.DeviceKey;

/** What is held to be true of a device after all answers are weighed: since when, why, and on what evidence. */
public sealed interface Verdict {

	State state();

	Cause cause();

	/** Of the last answer that led here. */
	Evidence evidence();

	/** When this state began: for an outage its first lost answer, not the one that confirmed it. */
	Instant since();

	/** Answers as it should. */
	record Up(Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.UP;
		}
	}

	/** Answers, but slowly, not always, not to every check, or not as it should. */
	record Degraded(Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.DEGRADED;
		}
	}

	/** Does not answer, and everything on the path to it does. */
	record Down(Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.DOWN;
		}
	}

	/** Can not be reached because the path is cut (or in maintenance) at {@code cut}; says nothing about the device. */
	record Unreachable(DeviceKey cut, Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.UNREACHABLE;
		}
	}

	/** The check itself broke. */
	record Unknown(Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.UNKNOWN;
		}
	}

	/** Being worked on until then; its answers are kept but nobody is told. */
	record Maintenance(Instant until, Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.MAINTENANCE;
		}
	}

	/** Not asked yet, or there is no way to ask it. */
	record NotMeasured(Cause cause, Evidence evidence, Instant since) implements Verdict {
		@Override
		public State state() {
			return State.NOT_MEASURED;
		}
	}

	/**
	 * A verdict from its parts, as a store reads them.
	 *
	 * @param cut needed for UNREACHABLE
	 * @param until needed for MAINTENANCE
	 */
	static Verdict of(State state, Cause cause, Evidence evidence, Instant since, Optional<DeviceKey> cut,
			Optional<Instant> until) {
		return switch (state) {
			case UP -> new Up(cause, evidence, since);
			case DEGRADED -> new Degraded(cause, evidence, since);
			case DOWN -> new Down(cause, evidence, since);
			case UNREACHABLE -> new Unreachable(cut.orElseThrow(), cause, evidence, since);
			case UNKNOWN -> new Unknown(cause, evidence, since);
			case MAINTENANCE -> new Maintenance(until.orElseThrow(), cause, evidence, since);
			case NOT_MEASURED -> new NotMeasured(cause, evidence, since);
		};
	}
}
