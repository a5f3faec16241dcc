package id.posko.transfer.backup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import id.posko.kit.Words;
import id.posko.transfer.Progress;

/**
 * Why something is judged as it is.
 *
 * @param arguments texts; durations as {@code PT15M}, sizes as {@code 12345 B}
 */
public record Reason(String code, List<String> arguments) {

	private static final Pattern SIZE = Pattern.compile("\\d{1,18} B");
	private static final Pattern DURATION = Pattern.compile("PT[\\dHMS.]+");

	public Reason {
		arguments = List.copyOf(arguments);
	}

	/** Of texts, numbers, {@link Duration}s and sizes ({@code Long}, in bytes). */
	static Reason of(String code, Object... arguments) {
		return new Reason(code, Stream.of(arguments).map(is -> is instanceof Long bytes ? bytes + " B" : is.toString())
				.toList());
	}

	public String sentence(Locale locale) {
		Words words = Words.of(Progress.class, locale);
		return words.say("backup.reason." + code,
				arguments.stream().map(argument -> shown(argument, words)).toArray());
	}

	private static String shown(String argument, Words words) {
		if (SIZE.matcher(argument).matches()) {
			return size(Long.parseLong(argument.substring(0, argument.length() - 2)), words);
		}
		return DURATION.matcher(argument).matches() ? duration(Duration.parse(argument), words) : argument;
	}

	static String duration(Duration duration, Words words) {
		return duration.toMinutes() < 2 ? words.say("backup.seconds", duration.toSeconds())
				: words.say("backup.minutes", duration.toMinutes());
	}

	static String size(long bytes, Words words) {
		if (bytes < 1024) {
			return words.say("backup.bytes", bytes);
		}
		String[] units = { "KiB", "MiB", "GiB", "TiB" };
		int unit = 0;
		double number = bytes / 1024.0;
		while (number >= 1024 && unit < units.length - 1) {
			number /= 1024;
			unit++;
		}
		return String.format(words.locale(), "%.1f %s", number, units[unit]);
	}
}
