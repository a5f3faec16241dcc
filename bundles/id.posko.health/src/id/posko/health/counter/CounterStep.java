package id.posko.health.counter;

import java.util.Locale;

/** How one reading of a counter stands to the one before. */
public enum CounterStep {
	FIRST, ROSE, EQUAL,
	/** The scheduler was started anew and counts from 0: a new segment. */
	RESTARTED,
	/** Lower although it was not started anew: misread, or set by hand. */
	FELL;

	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** A restart that is known counts; else a fall is one where all of the lower value can have been sent since. */
	static CounterStep of(CounterReading before, CounterReading reading, CounterRule rule) {
		if (reading.since().filter(start -> start.isAfter(before.at())).isPresent()) {
			return RESTARTED;
		}
		if (reading.value() >= before.value()) {
			return reading.value() > before.value() ? ROSE : EQUAL;
		}
		long minutes = (before.at().until(reading.at()).toSeconds() + 59) / 60;
		boolean isTooMuch = reading.value() / rule.mostPerMinute() > minutes
				|| reading.value() > rule.mostPerMinute() * minutes;
		return reading.since().isPresent() || isTooMuch ? FELL : RESTARTED;
	}
}
