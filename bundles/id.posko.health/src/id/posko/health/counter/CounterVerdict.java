package id.posko.health.counter;

import java.time.Instant;

import id.posko.health.Cause;
import id.posko.health.State;

/** What a counter's readings mean for the office: NOT_MEASURED where they do not suffice. */
public record CounterVerdict(State state, Cause cause) {

	/** By the readings alone, however old they are. */
	public static CounterVerdict of(CounterSeries series) {
		long last = series.last().map(CounterReading::value).orElse(0L);
		long before = series.readings().size() < 2 ? 0 : series.readings().get(series.readings().size() - 2).value();
		Instant since = series.since().orElse(Instant.EPOCH);
		return switch (series.trend()) {
		case NO_READING -> of(State.NOT_MEASURED, "counter_none");
		case ONE_READING -> of(State.NOT_MEASURED, "counter_one", last, since);
		case RISING -> of(State.UP, "counter_rising", before, last);
		case IDLE -> of(State.UP, "counter_idle", last, since);
		case WAITING -> of(State.NOT_MEASURED, "counter_waiting", last, since);
		case UNCERTAIN -> of(State.UNKNOWN, "counter_uncertain", last, since);
		case STUCK -> of(State.DOWN, "counter_stuck", last, since, series.last().orElseThrow().backlog().orElse(0));
		case RESTARTED -> of(last > 0 ? State.UP : State.NOT_MEASURED, "counter_restarted", last);
		case FELL -> of(State.UNKNOWN, "counter_fell", before, last);
		};
	}

	/** How it is now: an old last reading tells nothing of that. */
	public static CounterVerdict now(CounterSeries series, Instant now) {
		return series.last().filter(last -> last.at().isBefore(now.minus(series.rule().fresh())))
				.map(last -> of(State.NOT_MEASURED, "counter_stale", last.value(), last.at())).orElseGet(() -> of(series));
	}

	private static CounterVerdict of(State state, String code, Object... arguments) {
		return new CounterVerdict(state, Cause.of(code, arguments));
	}
}
