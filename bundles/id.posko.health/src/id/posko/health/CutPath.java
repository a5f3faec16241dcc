package id.posko.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.Words;

/**
 * "Di mana putus?": the path from a device to the data centre, and where it is cut.
 *
 * @param steps the device first, the data centre last
 * @param why power or network, if the cut one's office is gone as a whole
 * @param at the step that the finding speaks of; the device's own where it speaks of none
 */
public record CutPath(List<Step> steps, Finding finding, Step at, Optional<PowerOrNetwork> why) {

	private CutPath(List<Step> steps, Finding finding, Step at) {
		this(steps, finding, at, Optional.empty());
	}


	public record Step(Device device, Site site, DeviceHealth health) {

		public State state() {
			return health.state();
		}

		boolean answers() {
			return state() == State.UP || state() == State.DEGRADED;
		}

		boolean measured() {
			return state() != State.NOT_MEASURED;
		}

		String name() {
			return Spoken.device(device, site);
		}
	}

	public enum Finding {
		/** Everything that is measured answers as it should. */
		HEALTHY,
		/** Everything answers, but {@code at} is slow, lossy or not as it should be. */
		DEGRADED,
		/** Cut at {@code at}, the one of all that are down that is nearest to the data centre. */
		CUT,
		/** The device itself is down; its path is not cut. */
		DOWN,
		/** The device answers although {@code at} on its path does not. */
		PASSES,
		/** {@code at} is being worked on. */
		MAINTENANCE,
		/** Does not answer, and it is not settled yet where that comes from. */
		OPEN,
		/** The check of {@code at} broke. */
		UNKNOWN,
		/** Nothing is known of {@code at}, the device itself or the data centre. */
		NOT_MEASURED
	}

	/** @param healths what the board says of each device, as {@link HealthBoard#health} */
	public static CutPath of(Fleet fleet, Device device, Function<DeviceKey, Optional<DeviceHealth>> healths) {
		List<Step> steps = new ArrayList<>();
		for (Device on : fleet.path(device)) {
			healths.apply(on.key()).ifPresent(health -> steps.add(new Step(on, fleet.siteOf(on), health)));
		}
		if (steps.isEmpty()) {
			throw new IllegalArgumentException(device.key() + " is not on the board");
		}
		return judged(List.copyOf(steps));
	}

	CutPath because(Optional<PowerOrNetwork> seen) {
		return new CutPath(steps, finding, at, seen);
	}

	private static CutPath judged(List<Step> steps) {
		Step end = end(steps);
		if (end.answers()) {
			Optional<Step> down = nearestToCentre(steps, State.DOWN);
			if (down.isPresent()) {
				return new CutPath(steps, Finding.PASSES, down.get());
			}
			Optional<Step> degraded = nearestToCentre(steps, State.DEGRADED);
			if (degraded.isPresent()) {
				return new CutPath(steps, Finding.DEGRADED, degraded.get());
			}
			Step unmeasured = steps.getFirst().measured() ? steps.getLast() : steps.getFirst();
			return unmeasured.measured() ? new CutPath(steps, Finding.HEALTHY, steps.getFirst())
					: new CutPath(steps, Finding.NOT_MEASURED, unmeasured);
		}
		Optional<Step> down = steps.reversed().stream()
				.filter(step -> step.state() == State.DOWN && (step == end || !step.health().passed())).findFirst();
		if (down.isPresent()) {
			return new CutPath(steps, down.get() == steps.getFirst() ? Finding.DOWN : Finding.CUT, down.get());
		}
		Optional<Step> maintenance = nearestToCentre(steps, State.MAINTENANCE);
		if (maintenance.isPresent()) {
			return new CutPath(steps, Finding.MAINTENANCE, maintenance.get());
		}
		return new CutPath(steps, switch (end.state()) {
			case UNKNOWN -> Finding.UNKNOWN;
			case NOT_MEASURED -> Finding.NOT_MEASURED;
			case UP, DEGRADED, DOWN, UNREACHABLE, MAINTENANCE -> Finding.OPEN;
		}, end);
	}

	/** What is nearest to the device and measured. */
	private static Step end(List<Step> steps) {
		return steps.stream().filter(Step::measured).findFirst().orElse(steps.getFirst());
	}

	private static Optional<Step> nearestToCentre(List<Step> steps, State state) {
		return steps.reversed().stream().filter(step -> step.state() == state).findFirst();
	}

	/** The first break as seen from the data centre; empty if the path is not cut. */
	public Optional<Step> cut() {
		return finding == Finding.CUT || finding == Finding.DOWN ? Optional.of(at) : Optional.empty();
	}

	/** One sentence for a person; {@code now} decides whether a time needs its date. */
	public String sentence(Locale locale, Instant now) {
		Verdict verdict = at.health().verdict();
		Step device = finding == Finding.PASSES ? end(steps) : steps.getFirst();
		String key = "path." + finding + (steps.size() == 1 ? ".alone" : finding == Finding.DOWN ? behind() : "");
		String sentence = Words.of(CutPath.class, locale).say(key, device.name(),
				steps.getLast().name(), at.name(), new Spoken(locale).time(verdict.since(), now),
				inside(verdict.cause().sentence(locale)));
		return why.flatMap(seen -> seen.told(locale, now)).map(seen -> sentence + " " + seen).orElse(sentence);
	}

	private String behind() {
		return steps.stream().anyMatch(step -> step.health().passed() && step != at) ? ".passed" : ".behind";
	}

	/** A sentence as part of another one: without capital and full stop. */
	private static String inside(String sentence) {
		String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
		boolean abbreviation = open.length() > 1 && Character.isUpperCase(open.charAt(1));
		return abbreviation || open.isEmpty() ? open : Character.toLowerCase(open.charAt(0)) + open.substring(1);
	}
}
