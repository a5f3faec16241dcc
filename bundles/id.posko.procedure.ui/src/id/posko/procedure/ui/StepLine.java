package id.posko.procedure.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Who;
import id.posko.procedure.run.Clock;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.ui.Mark;

/**
 * One line of the list of steps: a time that a step was open, or a step that is still to come.
 *
 * @param place from 0, from the top
 */
record StepLine(int place, Step step, String standard, Optional<Turn> turn, Optional<Clock> clock,
		Optional<Duration> used) {

	/** What was and is open, and below it the rows of the table that come after it. */
	static List<StepLine> of(Run run, OfficeTime office, Instant now) {
		List<StepLine> lines = new ArrayList<>();
		for (Turn turn : run.turns()) {
			lines.add(new StepLine(lines.size(), turn.step(), run.procedure().timeOf(turn.step()).written(), Optional.of(turn),
					Optional.of(Clock.of(run, turn.step(), office, now)),
					Optional.of(office.between(turn.opened(), turn.closed().orElse(now)))));
		}
		run.open().ifPresent(open -> run.procedure().steps().stream().filter(step -> step.number() > open.step().number())
				.forEach(step -> lines.add(toCome(lines.size(), run.procedure(), step))));
		return lines;
	}

	static List<StepLine> of(Procedure procedure) {
		List<StepLine> lines = new ArrayList<>();
		procedure.steps().forEach(step -> lines.add(toCome(lines.size(), procedure, step)));
		return lines;
	}

	private static StepLine toCome(int place, Procedure procedure, Step step) {
		return new StepLine(place, step, procedure.timeOf(step).written(), Optional.empty(), Optional.empty(),
				Optional.empty());
	}

	boolean isLate() {
		return clock.filter(Clock::isLate).isPresent();
	}

	/** Its state in words: late ones say so. */
	String said(Words words) {
		String state = turn.map(each -> each.state() == Turn.State.GIVEN_BACK
				? words.say("turn.GIVEN_BACK", step.returnsTo().orElse(0)) : words.say("turn." + each.state()))
				.orElseGet(() -> words.say("turn.TO_COME"));
		return isLate() ? words.say("turn.LATE", state) : state;
	}

	Mark mark() {
		return turn.map(each -> isLate() ? each.state() == Turn.State.OPEN ? Mark.BAD : Mark.WARN : switch (each.state()) {
		case OPEN -> Mark.WARN;
		case DONE -> Mark.GOOD;
		case GIVEN_BACK -> Mark.CUT;
		case PASSED_OVER -> Mark.PAUSED;
		case STOPPED -> Mark.BAD;
		}).orElse(Mark.NONE);
	}

	String who() {
		return turn.flatMap(each -> each.doer().or(each::delegate))
				.orElseGet(() -> step.who().stream().map(Who::name).collect(Collectors.joining(", ")));
	}
}
