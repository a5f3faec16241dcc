package id.posko.notice;

import java.util.List;
import java.util.Locale;

import id.posko.kit.Words;

/** Why something was not sent: a code, and the arguments of its sentence, this room's text {@code trouble.CODE}. */
record Trouble(String code, List<String> arguments) {

	private static final int LONGEST = 200;

	/** What others said is cut to 200 characters and has no control characters. */
	static Trouble of(String code, Object... arguments) {
		return new Trouble(code, List.of(arguments).stream().map(String::valueOf).map(Trouble::plain).toList());
	}

	/** One line of readable text. */
	static String plain(String text) {
		String line = Letter.line(text);
		return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 2) + " …";
	}

	String sentence(Locale locale) {
		Words words = Words.of(Trouble.class, locale);
		return words.has("trouble." + code) ? words.say("trouble." + code, arguments.toArray()) : code;
	}
}
