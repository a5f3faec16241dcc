package id.posko.health.counter;

/** Readings from one restart (or fall, or the first reading) to the next; the values between never fall. */
public record Segment(CounterStep begin, CounterReading first, CounterReading last) {

	/** What the scheduler has counted in it: from 0, but after a fall only what was added to it. */
	public long counted() {
		return begin == CounterStep.FELL ? last.value() - first.value() : last.value();
	}

	/** What was seen to be sent between readings: before the first reading of all nobody was looking. */
	public long sent() {
		return begin == CounterStep.RESTARTED ? last.value() : last.value() - first.value();
	}
}
