package id.posko.health.counter;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * "No. of Records sent after Restart" of a NID Scheduler as it was read once.
 *
 * @param since when the scheduler (or its machine) was started, where the reader knows
 * @param backlog records that wait to be sent at that time, where the reader knows
 * @param reader who or what read it: a person's account, or the way and the machine
 * @param photo of the window in which a person read it
 */
public record CounterReading(Instant at, long value, Optional<Instant> since, OptionalLong backlog, String reader,
		Optional<Photo> photo) {

	/** Readers of sources begin with their way. */
	private static final Pattern MACHINE = Pattern.compile("(ssh|sql) .*");

	public CounterReading {
		if (value < 0 || backlog.isPresent() && backlog.getAsLong() < 0) {
			throw new IllegalArgumentException(value + ", backlog " + backlog);
		}
	}

	public CounterReading(Instant at, long value, Optional<Instant> since, OptionalLong backlog, String reader) {
		this(at, value, since, backlog, reader, Optional.empty());
	}

	/** Whether a person read it. */
	public boolean isManual() {
		return !MACHINE.matcher(reader).matches();
	}

	public CounterReading with(Optional<Photo> picture) {
		return new CounterReading(at, value, since, backlog, reader, picture);
	}

	CounterReading waiting(OptionalLong records) {
		return new CounterReading(at, value, since, records, reader, photo);
	}
}
