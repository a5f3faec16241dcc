package id.posko.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as head sheets write them: "01 Desember 2016", "3/7/2018" (day first). */
public final class WrittenDate {

	private static final Pattern DATE = Pattern.compile("(\\d{1,2})(?: (\\p{L}+) |[/-](\\d{1,2})[/-])(\\d{4})");
	private static final List<String> MONTHS = List.of("januari", "februari", "maret", "april", "mei", "juni", "juli",
			"agustus", "september", "oktober", "november", "desember");

	private WrittenDate() {
	}

	/** Empty for "", "-" and what is no date. */
	public static Optional<LocalDate> parse(String written) {
		Matcher date = DATE.matcher(written.strip());
		if (!date.matches()) {
			return Optional.empty();
		}
		int month = date.group(3) == null ? MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1
				: Integer.parseInt(date.group(3));
		try {
			return Optional.of(LocalDate.of(Integer.parseInt(date.group(4)), month, Integer.parseInt(date.group(1))));
		} catch (DateTimeException _) {
			return Optional.empty();
		}
	}
}
