package id.posko.transfer.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import id.posko.kit.Words;
import id.posko.transfer.media.Identity;
import id.posko.transfer.media.MediaTold;
import id.posko.transfer.media.Medium;
import id.posko.transfer.media.Passport;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/**
 * A medium that is plugged in, or one that is known by its passport alone.
 *
 * @param plugged
 *            empty if it is elsewhere
 */
record MediumLine(Optional<Medium> plugged, Identity identity) {

	private static final double MEGABYTE = 1e6;

	private enum State {
		WORN, UNREAD, READY, ELSEWHERE
	}

	String key() {
		return passport().map(Passport::token).orElseGet(() -> plugged.map(medium -> medium.root().toString()).orElse(""));
	}

	Optional<Passport> passport() {
		return identity instanceof Identity.Known(Passport passport) ? Optional.of(passport) : Optional.empty();
	}

	boolean mayHavePassport() {
		return plugged.isPresent() && (identity instanceof Identity.Unknown || identity instanceof Identity.Foreign);
	}

	private State state() {
		return passport().filter(passport -> passport.wear().isWorn()).isPresent() ? State.WORN
				: plugged.isEmpty() ? State.ELSEWHERE
						: identity instanceof Identity.Known || mayHavePassport() ? State.READY : State.UNREAD;
	}

	private Mark mark() {
		return switch (state()) {
		case WORN -> Mark.BAD;
		case UNREAD -> Mark.WARN;
		case READY -> Mark.GOOD;
		case ELSEWHERE -> Mark.PAUSED;
		};
	}

	String name() {
		return plugged.map(Medium::name).orElseGet(() -> passport().map(Passport::label).orElse(""));
	}

	/** In megabytes a second. */
	private OptionalDouble rate() {
		return passport().flatMap(passport -> passport.wear().rate()).map(rate -> OptionalDouble.of(rate / MEGABYTE))
				.orElseGet(OptionalDouble::empty);
	}

	private OptionalDouble errors() {
		return passport().map(passport -> OptionalDouble.of(passport.wear().errors())).orElseGet(OptionalDouble::empty);
	}

	static List<Column<MediumLine>> columns(Words words, Locale locale, MediaTold told) {
		return List.of(
				Column.mark("state", words.say("column.state"), 130, MediumLine::mark,
						line -> words.say("state." + line.state()), Comparator.comparing(MediumLine::state)),
				Column.text("name", words.say("column.name"), 180, MediumLine::name),
				Column.<MediumLine> text("size", words.say("column.size"), 90, line -> line.plugged.map(told::size).orElse("–"))
						.orderedBy(Comparator.comparing(line -> line.plugged.map(Medium::size).orElse(0L))),
				Column.text("root", words.say("column.root"), 220,
						line -> line.plugged.map(medium -> medium.root().toString()).orElse("–")),
				Column.text("passport", words.say("column.passport"), 110,
						line -> line.passport().map(passport -> MediaTold.number(passport.token())).orElse("–")),
				Column.text("holder", words.say("column.holder"), 170,
						line -> line.passport().flatMap(Passport::holder).map(Passport.Entry::holder).orElse("–")),
				Column.number("rate", words.say("column.rate"), 150, MediumLine::rate,
						line -> line.rate().isEmpty() ? "–" : String.format(locale, "%.1f", line.rate().getAsDouble())),
				Column.number("errors", words.say("column.errors"), 100, MediumLine::errors,
						line -> line.errors().isEmpty() ? "–" : String.format(locale, "%.0f", line.errors().getAsDouble())));
	}
}
