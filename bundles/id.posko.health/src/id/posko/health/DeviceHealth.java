package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import id.posko.kit.Device;

/**
 * How a device is at one moment.
 *
 * @param confirming whether the last answers say other than the verdict, so that it may change within seconds
 * @param passed whether it is down and yet a device behind it answers, so that the path is not cut there
 * @param acknowledged who knows of its outage
 * @param checks what each check found, in the order in which they first answered
 */
public record DeviceHealth(Device device, Verdict verdict, boolean confirming, boolean flapping,
		boolean passed, Optional<Acknowledgement> acknowledged, List<CheckHealth> checks) {

	public State state() {
		return verdict.state();
	}

	/** Of the check that answered last; empty if it did not answer. */
	public Optional<Duration> roundTrip() {
		return newest().filter(course -> !course.failing()).flatMap(course -> course.evidence().roundTrip());
	}

	/** Of the check that answered last, over its last 20 answers since the last outage. */
	public OptionalInt lossPercent() {
		return newest().filter(course -> course.answers().running() > 0)
				.map(course -> OptionalInt.of(course.answers().lossPercent(Patience.DEFAULT.lossWindow())))
				.orElse(OptionalInt.empty());
	}

	/** When a question last ended, whatever came of it. */
	public Optional<Instant> lastAnswer() {
		return newest().map(Course::lastAnswer);
	}

	private Optional<Course> newest() {
		return checks.stream().map(CheckHealth::course)
				.filter(course -> Objects.nonNull(course.lastAnswer()) && !course.isKept())
				.max(Comparator.comparing(Course::lastAnswer));
	}
}
