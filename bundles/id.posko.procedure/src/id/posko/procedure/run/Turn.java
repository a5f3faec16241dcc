package id.posko.procedure.run;

import id.posko.procedure.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One time that a step was open; a step that was given something back is open once more.
 *
 * @param doer who has taken or finished it
 * @param delegate who alone shall do it; empty if anybody whose step it is
 * @param receivers who has received what the step hands out
 * @param evidence what was kept while it was open, and at its end
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

	/** With more evidence; notes stand one below the other. */
	Turn kept(List<Evidence> more, String note) {
		String both = text.isEmpty() || note.isEmpty() ? text + note : text + "\n" + note;
		return new Turn(step, opened, closed, state, doer, delegate, receivers, with(more), both);
	}

	/** What was kept of it, and more. */
	List<Evidence> with(List<Evidence> more) {
		List<Evidence> all = new ArrayList<>(evidence);
		all.addAll(more);
		return all;
	}

	Turn closed(Instant at, State how, String by, List<Evidence> last, String why) {
		Turn whole = kept(last, why);
		return new Turn(step, opened, Optional.of(at), how, Optional.of(by), delegate, receivers, whole.evidence, whole.text);
	}
}
