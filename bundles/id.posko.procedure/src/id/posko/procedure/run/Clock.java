package id.posko.procedure.run;

import id.posko.procedure.StandardTime;
import id.posko.procedure.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a step, or of the group of steps that share one standard time. It runs while one of them is open and
 * stands while others are, so that a step is not late by the time that others took.
 *
 * @param used working time so far
 * @param due when the standard time is used up, if the clock runs on until then; empty where the SOP sets no time that
 *        can be missed (none, tentative, zero) or the clock has not begun
 * @param isRunning whether one of the steps is open
 */
public record Clock(List<Step> steps, StandardTime standard, Duration used, Optional<Instant> due, boolean isRunning,
		boolean isLate) {

	public static Clock of(Run run, Step step, OfficeTime office, Instant now) {
		List<Step> steps = run.procedure().clockOf(step);
		List<Turn> turns = run.turns().stream().filter(turn -> steps.contains(turn.step())).toList();
		StandardTime standard = run.procedure().timeOf(step);
		Duration used = Duration.ZERO;
		Duration stood = Duration.ZERO;
		Instant last = null;
		for (Turn turn : turns) {
			stood = last == null ? stood : stood.plus(office.between(last, turn.opened()));
			last = turn.closed().orElse(now);
			used = used.plus(office.between(turn.opened(), last));
		}
		boolean isRunning = turns.stream().anyMatch(turn -> turn.closed().isEmpty());
		if (turns.isEmpty() || !(standard instanceof StandardTime.Span span) || span.count() == 0) {
			return new Clock(steps, standard, used, Optional.empty(), isRunning, false);
		}
		Instant due = office.after(office.due(turns.getFirst().opened(), span), stood);
		return new Clock(steps, standard, used, Optional.of(due), isRunning, last.isAfter(due));
	}
}
