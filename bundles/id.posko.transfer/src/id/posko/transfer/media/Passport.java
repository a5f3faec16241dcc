package id.posko.transfer.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a medium beyond what it says itself: who holds it, where it has been, how it does.
 *
 * @param token
 *            stands in a file on the medium, so that it is known again whatever it is called
 * @param volume
 *            number of the volume that it was issued for
 * @param history
 *            the oldest first; begins with {@link Event#ISSUED}
 */
public record Passport(String token, String volume, String label, List<Entry> history) {

	public Passport {
		history = List.copyOf(history);
	}

	public enum Event {
		/** The passport was made. */
		ISSUED,
		/** It was plugged into this console's machine. */
		SEEN,
		/** From now on somebody else holds it. */
		HANDED,
		/** Files were written to it and read back. */
		WRITTEN,
		/** Files were read from it. */
		READ,
		/** Its true capacity was found out. */
		TESTED
	}

	/**
	 * @param place
	 *            of a medium that was seen, written or read: the machine
	 * @param holder
	 *            of a medium that was handed on: who has it now
	 * @param bytes
	 *            that were written, read or found to be there
	 * @param took
	 *            for those bytes
	 * @param errors
	 *            that the medium made meanwhile
	 */
	public record Entry(Instant at, String by, Event event, String place, String holder, long bytes, Duration took,
			long errors) {

		/** In bytes a second; empty if it was too little to say. */
		public Optional<Double> rate() {
			return bytes < LEAST || took.isZero() || took.isNegative() ? Optional.empty()
					: Optional.of(bytes / (took.toNanos() / 1e9));
		}
	}

	/** Less than this says nothing of a medium's rate. */
	private static final long LEAST = 16L << 20;

	/** Empty: nobody was named yet. */
	public Optional<Entry> holder() {
		return history.reversed().stream().filter(entry -> entry.event() == Event.HANDED).findFirst();
	}

	/** When and where it was last. */
	public Optional<Entry> last() {
		return history.reversed().stream().filter(entry -> !entry.place().isEmpty()).findFirst();
	}

	/** What the last test of its capacity found. */
	public Optional<Entry> test() {
		return history.reversed().stream().filter(entry -> entry.event() == Event.TESTED).findFirst();
	}

	public Wear wear() {
		return Wear.of(history);
	}
}
