package id.posko.health.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import id.posko.health.Availability;
import id.posko.health.History;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.health.Transition;
import id.posko.kit.DeviceKey;
import id.posko.ui.chart.TimeChart.Event;
import id.posko.ui.chart.TimeChart.Point;

/** What is known of a device's past in [from, to): for the chart (milliseconds), the list and the shares of time. */
record Past(Instant from, Instant to, List<Point> points, List<Transition> transitions, Availability availability) {

	private static final Duration RAW_UP_TO = Duration.ofDays(1);
	private static final double NANOS_PER_MILLI = 1e6;

	static Past read(History history, DeviceKey device, Duration range, Instant now) throws IOException {
		Instant from = now.minus(range);
		List<Transition> transitions = history.transitions(device, from, now);
		List<Point> points = range.compareTo(RAW_UP_TO) <= 0 ? ofSamples(history.samples(device, from, now))
				: ofHours(history.hourly(device, from, now));
		return new Past(from, now, points, transitions, Availability.of(transitions, from, now));
	}

	/** Of the check that answered most: two checks in one line would saw. */
	private static List<Point> ofSamples(List<Sample> samples) {
		String check = samples.stream().map(Sample::check).distinct().max((a, b) -> Long.compare(
				samples.stream().filter(s -> s.check().equals(a)).count(),
				samples.stream().filter(s -> s.check().equals(b)).count())).orElse("");
		return samples.stream().filter(sample -> sample.check().equals(check))
				.map(sample -> new Point(sample.at(), sample.roundTrip().map(Past::millis).orElse(OptionalDouble.empty()),
						sample.lost() ? 1 : 0))
				.toList();
	}

	private static List<Point> ofHours(List<RollUp> hours) {
		return hours.stream().map(hour -> new Point(hour.hour(),
				hour.timed() == 0 ? OptionalDouble.empty() : millis(hour.average()), (double) hour.lost() / hour.count()))
				.toList();
	}

	private static OptionalDouble millis(Duration duration) {
		return OptionalDouble.of(duration.toNanos() / NANOS_PER_MILLI);
	}

	/** Of the time in which it was measured. */
	OptionalDouble answeredPercent() {
		Duration measured = Duration.between(from, to).minus(availability.time(Availability.Part.NOT_MEASURED));
		return measured.isPositive() ? OptionalDouble.of(
				100d * availability.time(Availability.Part.UP).toMillis() / Math.max(1, measured.toMillis()))
				: OptionalDouble.empty();
	}

	List<Event> events() {
		return transitions.stream().filter(turn -> !turn.at().isBefore(from))
				.map(turn -> new Event(turn.at(), States.mark(turn.to()))).toList();
	}
}
