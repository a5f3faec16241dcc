package id.posko.procedure;

import java.util.List;
import java.util.Optional;

/**
 * An SOP as it is written: head sheet and table.
 *
 * @param id short and lasting: {@code trenggalek-backup-siak}
 * @param tableTitle the title above the table where it is not the head sheet's; "" if there is none
 * @param subjects what a run has to be told when it is started
 * @param executors the columns of "Pelaksana", in their order
 * @param steps at least one, by rising numbers
 * @param notes what the one who typed in the SOP found in it
 */
public record Procedure(String id, String title, String tableTitle, Head head, List<Subject> subjects,
		List<Who> executors, List<Step> steps, List<String> notes) {

	public Procedure {
		subjects = List.copyOf(subjects);
		executors = List.copyOf(executors);
		steps = List.copyOf(steps);
		notes = List.copyOf(notes);
	}

	public Optional<Step> step(int number) {
		return steps.stream().filter(step -> step.number() == number).findFirst();
	}

	/** The step that follows by the table: the one it names, or the next row; empty at the end. */
	public Optional<Step> after(Step step) {
		if (step.next().isPresent()) {
			return step(step.next().getAsInt());
		}
		return below(step);
	}

	/** The next row. */
	public Optional<Step> below(Step step) {
		return steps.stream().filter(other -> other.number() > step.number()).findFirst();
	}

	/** The row before. */
	public Optional<Step> above(Step step) {
		return steps.reversed().stream().filter(other -> other.number() < step.number()).findFirst();
	}

	/** The steps over which the clock of this step's standard time runs, in order: mostly the step alone. */
	public List<Step> clockOf(Step step) {
		int first = step.time() instanceof StandardTime.OfGroup group ? group.first() : step.number();
		return steps.stream().filter(other -> other.number() == first
				|| other.time() instanceof StandardTime.OfGroup group && group.first() == first).toList();
	}

	/** The standard time of the step, that of its group where it belongs to one. */
	public StandardTime timeOf(Step step) {
		return clockOf(step).getFirst().time();
	}
}
