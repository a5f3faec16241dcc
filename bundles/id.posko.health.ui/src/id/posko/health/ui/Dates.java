package id.posko.health.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days as people here write them: {@code 1 Maret 2026}; read also as {@code 1 Mar 2026}, {@code 1/3/2026},
 * {@code 01-03-2026}, {@code 1.3.2026} (the day first, always) and {@code 2026-03-01}.
 */
record Dates(Locale locale) {

	private static final List<String> FORMS = List.of("d MMMM uuuu", "d MMM uuuu", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu",
			"uuuu-MM-dd");

	String say(LocalDate day) {
		return DateTimeFormatter.ofPattern(FORMS.getFirst(), locale).format(day);
	}

	/** Empty if it is no day of the years 2000 to 2199. */
	Optional<LocalDate> read(String text) {
		String trimmed = text.strip().replaceAll("\\s+", " ");
		return FORMS.stream().flatMap(form -> read(trimmed, form)).findFirst();
	}

	private Stream<LocalDate> read(String text, String form) {
		try {
			LocalDate day = LocalDate.parse(text, new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(form)
					.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT));
			return day.getYear() >= 2000 && day.getYear() < 2200 ? Stream.of(day) : Stream.empty();
		} catch (DateTimeException _) {
			return Stream.empty();
		}
	}
}
