package id.posko.health.online;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.Spoken;
import id.posko.health.State;
import id.posko.kit.Words;

/**
 * What one check of the SOP found.
 *
 * @param from name of the device that it was asked from, or {@link #CONSOLE}
 * @param to name of what was asked; empty if there is none
 * @param state UP, DEGRADED, DOWN, UNKNOWN or NOT_MEASURED
 * @param remarks what a reader has to know besides, such as why it was not asked from the server
 * @param at when it began
 */
public record StepResult(OnlineStep step, String from, String to, State state, Cause cause, List<Cause> remarks,
		Evidence evidence, Instant at, Duration took) {

	/** This machine. */
	public static final String CONSOLE = "console";

	/** Of two ways of one step the worse one counts. */
	public static final Comparator<StepResult> WORST_FIRST = Comparator
			.comparingInt(result -> OnlineResult.WORST_FIRST.indexOf(result.state()));

	public StepResult {
		remarks = List.copyOf(remarks);
	}

	public boolean isInTime() {
		return took.compareTo(OnlineStep.STANDARD) <= 0;
	}

	/** What was asked, what came of it, and the remarks. */
	public String sentence(Locale locale) {
		Words words = Words.of(Cause.class, locale);
		String result = said(locale);
		boolean isSaid = Stream.of("vantage_", "online_", "counter_").anyMatch(cause.code()::startsWith);
		String main = words.say(state == State.NOT_MEASURED && !isSaid ? "online.not_from" : "online.step", way(locale),
				result, fromName(locale));
		return Stream.concat(Stream.of(main), remarks.stream().map(remark -> remark.sentence(locale)))
				.collect(Collectors.joining(" "));
	}

	/** What came of it, without what was asked and without the remarks. */
	public String said(Locale locale) {
		return state == State.UP && evidence.roundTrip().isPresent() ? Words.of(Cause.class, locale).say("online.connected",
				new Spoken(locale).duration(evidence.roundTrip().get())) : cause.sentence(locale);
	}

	/** {@code Server AFIS → Modem} */
	public String way(Locale locale) {
		return to.isEmpty() ? name(locale) : fromName(locale) + " → " + to;
	}

	/** What the SOP calls the check. */
	public String name(Locale locale) {
		return step.name(locale);
	}

	/** The machine that it was asked from. */
	public String fromName(Locale locale) {
		return from.equals(CONSOLE) ? Words.of(Cause.class, locale).say("online.console") : from;
	}
}
