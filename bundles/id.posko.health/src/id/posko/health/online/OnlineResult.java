package id.posko.health.online;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.posko.health.Cause;
import id.posko.health.State;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;

/**
 * One run of the SOP at one office.
 *
 * @param office its name at that time
 * @param at when it began
 * @param steps all five, in order
 */
public record OnlineResult(RegionCode site, String office, Instant at, Duration took, List<StepResult> steps) {

	/** What decides a run: the worst first. */
	static final List<State> WORST_FIRST = List.of(State.DOWN, State.UNKNOWN, State.NOT_MEASURED, State.DEGRADED,
			State.UP);

	public OnlineResult {
		steps = List.copyOf(steps);
	}

	/** The step that decides: the worst, and of equal ones the first, for the later ones depend on it. */
	public StepResult decisive() {
		return steps.stream().min(Comparator.comparingInt((StepResult step) -> WORST_FIRST.indexOf(step.state()))
				.thenComparing(StepResult::step)).orElseThrow();
	}

	/** UP only if all five were measured and are well. */
	public State state() {
		return decisive().state();
	}

	public String sentence(Locale locale) {
		StepResult decisive = decisive();
		String numbers = steps.stream().filter(step -> step.state() == state())
				.map(step -> Integer.toString(step.step().number())).collect(Collectors.joining(", "));
		return Words.of(Cause.class, locale).say("online.verdict." + state(), office, decisive.step().number(),
				decisive.name(locale), decisive.sentence(locale), numbers);
	}
}
