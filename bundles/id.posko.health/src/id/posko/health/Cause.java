package id.posko.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import id.posko.kit.Words;

/**
 * Why something is as it is: a code for machines and history, and the arguments of its sentence. The sentence of code
 * {@code silent} is this room's text {@code cause.silent}. Arguments are neutral text that {@link Spoken} says in the
 * reader's form: a duration or an instant in ISO-8601 ({@code PT0.612S}), the id of a check, or any text as it stands.
 */
public record Cause(String code, List<String> arguments) {

	public static final Cause ANSWERED = of("answered");
	public static final Cause NOT_YET = of("not_yet");

	private static final Set<String> LINE_CUT = Set.of("behind", "net_unreachable", "host_unreachable", "prohibited",
			"ttl_exceeded");

	public static Cause of(String code, Object... arguments) {
		return new Cause(code, List.of(arguments).stream().map(String::valueOf).toList());
	}

	public String sentence(Locale locale) {
		return sentence(locale, Instant.MIN);
	}

	/** A time of the same day as {@code now} needs no date. */
	public String sentence(Locale locale, Instant now) {
		Spoken spoken = new Spoken(locale);
		return Words.of(Cause.class, locale)
				.say("cause." + code, arguments.stream().map(argument -> spoken.argument(argument, now)).toArray()).strip();
	}

	/** Whether it says that there was no electricity. */
	boolean isPowerCut() {
		return code.startsWith("power");
	}

	/** Whether it says that a line was cut, or what is before the device did not let the question through. */
	boolean isLineCut() {
		return code.startsWith("line") || LINE_CUT.contains(code);
	}
}
