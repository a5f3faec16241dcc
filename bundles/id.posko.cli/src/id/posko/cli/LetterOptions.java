package id.posko.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import picocli.CommandLine.Option;

/** A letter, as options. */
final class LetterOptions {

	@Option(names = "--letter", paramLabel = "NUMBER", descriptionKey = "sop.letter")
	private String number;
	@Option(names = "--letter-date", paramLabel = "DATE", descriptionKey = "sop.letter_date")
	private String date;
	@Option(names = "--letter-from", paramLabel = "WHO", defaultValue = "-", descriptionKey = "sop.letter_from")
	private String from;

	boolean isGiven() {
		return number != null || date != null;
	}

	String number() {
		return number == null ? "-" : number.strip();
	}

	String from() {
		return from.strip();
	}

	/** Empty if it is none; then that is said. */
	Optional<LocalDate> date(Call call) {
		try {
			return Optional.of(LocalDate.parse(String.valueOf(date)));
		} catch (DateTimeParseException _) {
			call.say("sop.bad_date", date == null ? "-" : date);
			return Optional.empty();
		}
	}
}
