package id.posko.health;

import java.util.List;
import java.util.Locale;

import id.posko.kit.Words;

/**
 * Why something is as it is: a code for machines and history, and the arguments of its sentence. The sentence of code
 * {@code silent} is this room's text {@code cause.silent}.
 */
public record Cause(String code, List<String> arguments) {

	public static Cause of(String code, Object... arguments) {
		return new Cause(code, List.of(arguments).stream().map(String::valueOf).toList());
	}

	public String sentence(Locale locale) {
		return Words.of(Cause.class, locale).say("cause." + code, arguments.toArray());
	}
}
