package id.posko.health.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The readings of one counter, oldest first, and what they say. Immutable. */
public record CounterSeries(List<CounterReading> readings, CounterRule rule) {

	public CounterSeries {
		readings = readings.stream().sorted(Comparator.comparing(CounterReading::at)).toList();
	}

	/** How each reading stands to the one before. */
	public List<CounterStep> steps() {
		List<CounterStep> steps = new ArrayList<>();
		for (int i = 0; i < readings.size(); i++) {
			steps.add(i == 0 ? CounterStep.FIRST : CounterStep.of(readings.get(i - 1), readings.get(i), rule));
		}
		return steps;
	}

	public List<Segment> segments() {
		List<Segment> segments = new ArrayList<>();
		List<CounterStep> steps = steps();
		for (int i = 0; i < readings.size(); i++) {
			boolean goesOn = steps.get(i) == CounterStep.ROSE || steps.get(i) == CounterStep.EQUAL;
			Segment segment = goesOn ? segments.removeLast() : new Segment(steps.get(i), readings.get(i), readings.get(i));
			segments.add(new Segment(segment.begin(), segment.first(), readings.get(i)));
		}
		return segments;
	}

	/** All that the scheduler has counted as sent, over its restarts. Sent is not received. */
	public long total() {
		return segments().stream().mapToLong(Segment::counted).sum();
	}

	/** What was sent since the first reading. */
	public long sent() {
		return segments().stream().mapToLong(Segment::sent).sum();
	}

	/** Records sent in so long a time, by all that was seen; empty if too little was. */
	public OptionalDouble per(Duration time) {
		Duration seen = readings.isEmpty() ? Duration.ZERO : length(readings);
		return seen.compareTo(rule.leastGap()) < 0 ? OptionalDouble.empty()
				: OptionalDouble.of((double) sent() * time.toMillis() / seen.toMillis());
	}

	/** From then on. */
	public CounterSeries from(Instant time) {
		return new CounterSeries(readings.stream().filter(reading -> !reading.at().isBefore(time)).toList(), rule);
	}

	public Optional<CounterReading> last() {
		return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
	}

	/** Since the first of the last readings that are all equal; of the last reading where it differs. */
	public Optional<Instant> since() {
		return readings.isEmpty() ? Optional.empty() : Optional.of(readings.get(equalFrom()).at());
	}

	private int equalFrom() {
		List<CounterStep> steps = steps();
		int from = readings.size() - 1;
		while (steps.get(from) == CounterStep.EQUAL) {
			from--;
		}
		return from;
	}

	public Trend trend() {
		if (readings.size() < 2) {
			return readings.isEmpty() ? Trend.NO_READING : Trend.ONE_READING;
		}
		return switch (steps().getLast()) {
		case FIRST -> Trend.ONE_READING;
		case ROSE -> Trend.RISING;
		case RESTARTED -> Trend.RESTARTED;
		case FELL -> Trend.FELL;
		case EQUAL -> standstill(readings.subList(equalFrom(), readings.size()));
		};
	}

	private Trend standstill(List<CounterReading> equal) {
		OptionalLong backlog = equal.getLast().backlog();
		if (length(equal).compareTo(rule.leastGap()) < 0) {
			return Trend.WAITING;
		}
		if (backlog.isEmpty()) {
			return Trend.UNCERTAIN;
		}
		if (backlog.getAsLong() == 0) {
			return Trend.IDLE;
		}
		int idle = equal.size() - 1;
		while (idle >= 0 && equal.get(idle).backlog().orElse(1) > 0) {
			idle--;
		}
		return length(equal.subList(idle + 1, equal.size())).compareTo(rule.stuckAfter()) < 0 ? Trend.WAITING : Trend.STUCK;
	}

	private static Duration length(List<CounterReading> readings) {
		return readings.getFirst().at().until(readings.getLast().at());
	}
}
