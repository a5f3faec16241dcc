package id.posko.procedure.run;

import id.posko.procedure.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a step was open; a step that was given something back is open once more.
 *
 * @param doer who has taken or finished it
 * @param delegate who alone shall do it; empty if anybody whose step it is
 * @param receivers who has received what the step hands out
 * @param text the note, or the reason of a return, of passing over, of the stop
 */
public record Turn(Step step, Instant opened, Optional<Instant> closed, State state, Optional<String> doer,
		Optional<String> delegate, List<String> receivers, List<Evidence> evidence, String text) {

	public enum State {
		OPEN, DONE, GIVEN_BACK, PASSED_OVER, STOPPED
	}

	public Turn {
		receivers = List.copyOf(receivers);
		evidence = List.copyOf(evidence);
	}

	static Turn open(Step step, Instant at) {
		return new Turn(step, at, Optional.empty(), State.OPEN, Optional.empty(), Optional.empty(), List.of(), List.of(), "");
	}

	Turn taken(String by) {
		return new Turn(step, opened, closed, state, Optional.of(by), delegate, receivers, evidence, text);
	}

	Turn delegated(String to) {
		return new Turn(step, opened, closed, state, Optional.empty(), Optional.of(to), receivers, evidence, text);
	}

	Turn received(List<String> by) {
		return new Turn(step, opened, closed, state, doer, delegate, by, evidence, text);
	}

	Turn closed(Instant at, State how, String by, List<Evidence> with, String why) {
		return new Turn(step, opened, Optional.of(at), how, Optional.of(by), delegate, receivers, with, why);
	}
}
