package id.posko.health;

import java.time.Instant;
import java.util.Locale;

import id.posko.kit.Words;

/**
 * A person knows that a device is out of order: nothing more is told of it until the time is over or the device has
 * come back. It changes no state, unlike a maintenance.
 *
 * @param by who says so
 */
public record Acknowledgement(String by, String note, Instant at, Instant until) {

	/** False where nobody has looked since its time was over. */
	public boolean holds(Instant now) {
		return until.isAfter(now);
	}

	/** For a person; {@code now} decides whether a time needs its date. */
	public String sentence(Locale locale, Instant now) {
		return Words.of(Acknowledgement.class, locale).say("acknowledged", by, new Spoken(locale).time(until, now), note);
	}
}
