package id.posko.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Until when: {@code --until 2026-03-02T12:00:00+07:00} or {@code --for 8h}, at most a year from now. */
final class Term {

	private static final Duration LONGEST = Duration.ofDays(366);
	private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})([mhd])");

	@Option(names = "--until", paramLabel = "T", descriptionKey = "term.until")
	private String until;
	@Option(names = "--for", paramLabel = "D", descriptionKey = "term.for", converter = Length.class)
	private Duration length;

	/** Says so and is empty if it is no time to come. */
	Optional<Instant> end(Call call, Instant now, Duration otherwise) {
		if (until != null && length != null) {
			call.say("term.both");
			return Optional.empty();
		}
		try {
			Instant end = until == null ? now.plus(length == null ? otherwise : length)
					: OffsetDateTime.parse(until).toInstant();
			if (end.isAfter(now) && !end.isAfter(now.plus(LONGEST))) {
				return Optional.of(end);
			}
		} catch (DateTimeException _) {
			// said below
		}
		call.say("term.bad", until);
		return Optional.empty();
	}

	/** {@code 30m}, {@code 8h}, {@code 3d} */
	private static final class Length implements ITypeConverter<Duration> {

		@Override
		public Duration convert(String text) {
			Matcher form = LENGTH.matcher(text);
			Duration length = form.matches() ? length(Long.parseLong(form.group(1)), form.group(2)) : Duration.ZERO;
			if (length.isZero() || length.compareTo(LONGEST) > 0) {
				throw new TypeConversionException(text);
			}
			return length;
		}

		private static Duration length(long number, String unit) {
			return switch (unit) {
			case "m" -> Duration.ofMinutes(number);
			case "h" -> Duration.ofHours(number);
			default -> Duration.ofDays(number);
			};
		}
	}
}
