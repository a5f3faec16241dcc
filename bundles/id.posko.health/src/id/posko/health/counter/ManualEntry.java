package id.posko.health.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import id.posko.health.Cause;

/**
 * What a person writes of a counter, judged before it is kept. It takes two readings to see whether it grows: the second
 * one no sooner than {@link #GAP} after the first.
 *
 * @param before what is kept of the office, up to {@code now}
 */
public record ManualEntry(CounterSeries before, Instant now) {

	/** Records come more slowly than a person reads twice. */
	public static final Duration GAP = Duration.ofSeconds(30);

	/** After that a reading is no first one to another. */
	private static final Duration ONE_SITTING = Duration.ofMinutes(15);
	private static final int LONGEST_NAME = 100;
	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
	private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[., ](?=\\d{3}([., ]|$))");

	public sealed interface Judged {

		/** To be kept. */
		record Right(CounterReading reading) implements Judged {
		}

		/** The first reading is too new. */
		record TooSoon(Instant earliest) implements Judged {
		}

		/** It is lower than the last one: was the scheduler started anew? */
		record Lower(CounterReading last) implements Judged {
		}

		/** And why. */
		record Wrong(Cause cause) implements Judged {
		}
	}

	/** The first of the two readings, if this person is at the second. */
	public Optional<CounterReading> first() {
		return before.last().filter(last -> last.isManual() && last.at().isAfter(now.minus(ONE_SITTING)));
	}

	/** When the second may be taken. */
	public Optional<Instant> earliest() {
		return first().map(first -> first.at().plus(GAP));
	}

	/** @param isRestarted whether the person says that the scheduler was started anew since the last reading */
	public Judged of(String value, String backlog, String reader, boolean isRestarted, Optional<Photo> photo) {
		OptionalLong number = number(value);
		OptionalLong waiting = number(backlog);
		if (number.isEmpty()) {
			return new Judged.Wrong(Cause.of("counter_bad_number", value.strip()));
		}
		if (waiting.isEmpty() && !backlog.isBlank()) {
			return new Judged.Wrong(Cause.of("counter_bad_number", backlog.strip()));
		}
		CounterReading reading = new CounterReading(now, number.getAsLong(), isRestarted ? Optional.of(now) : Optional.empty(),
				waiting, reader.strip(), photo);
		if (reader.isBlank() || reader.strip().length() > LONGEST_NAME || !reading.isManual()) {
			return new Judged.Wrong(Cause.of("counter_bad_reader", LONGEST_NAME));
		}
		if (earliest().filter(now::isBefore).isPresent()) {
			return new Judged.TooSoon(earliest().get());
		}
		return before.last().filter(last -> last.value() > reading.value() && !isRestarted)
				.<Judged>map(Judged.Lower::new).orElseGet(() -> new Judged.Right(reading));
	}

	private static OptionalLong number(String written) {
		String digits = THOUSANDS.matcher(written.strip()).replaceAll("");
		return NUMBER.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
	}
}
