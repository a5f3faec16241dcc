package id.posko.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as commands write them, up to a day: {@code 500ms}, {@code 2s}, {@code 5m}. */
final class Durations implements ITypeConverter<Duration> {

	private static final Duration LONGEST = Duration.ofDays(1);
	private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m)");

	@Override
	public Duration convert(String text) {
		Matcher form = FORM.matcher(text);
		Duration duration = form.matches() ? duration(Long.parseLong(form.group(1)), form.group(2)) : Duration.ZERO;
		if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
			throw new TypeConversionException(text);
		}
		return duration;
	}

	private static Duration duration(long number, String unit) {
		return switch (unit) {
		case "ms" -> Duration.ofMillis(number);
		case "s" -> Duration.ofSeconds(number);
		default -> Duration.ofMinutes(number);
		};
	}
}
