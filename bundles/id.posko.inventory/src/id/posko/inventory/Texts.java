package id.posko.inventory;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How typed texts are cleaned: composed (NFC), without blanks at the ends, names with single blanks inside. */
final class Texts {

	/** What looks like nothing: white space, no-break and zero-width blanks, a stray byte order mark. */
	private static final String BLANK = "[\\s\\u00A0\\u1680"
			+ "\\u2000-\\u200B\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF]";
	private static final Pattern ENDS = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");
	private static final Pattern RUN = Pattern.compile(BLANK + "+");
	private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

	private Texts() {
	}

	/** Cleaned, lines kept. */
	static String trimmed(String text) {
		String composed = composed(text);
		return isClean(composed) ? composed : ENDS.matcher(LINE_END.matcher(composed).replaceAll("\n")).replaceAll("");
	}

	/** Cleaned, every run of blanks one blank. */
	static String squeezed(String text) {
		String composed = composed(text);
		return isClean(composed) ? composed : RUN.matcher(ENDS.matcher(composed).replaceAll("")).replaceAll(" ");
	}

	private static String composed(String text) {
		return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text
				: Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	private static boolean isClean(String text) {
		boolean afterBlank = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean blank = c == ' ';
			if (blank && afterBlank || c < ' ' || c > '~') {
				return false;
			}
			afterBlank = blank;
		}
		return text.isEmpty() || !afterBlank;
	}

	/** The first character that no text may hold: controls, marks that turn the direction of writing, half pairs. */
	static OptionalInt firstForbidden(String text, boolean lines) {
		return text.codePoints().filter(c -> Character.isISOControl(c) && !(lines && c == '\n')
				|| c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c >= 0xFFFE && c <= 0xFFFF
				|| Character.getType(c) == Character.SURROGATE).findFirst();
	}

	/** As much of a text as a sentence can quote. */
	static String quoted(String text) {
		String line = text.codePoints().limit(61)
				.map(c -> firstForbidden(Character.toString(c), false).isPresent() ? '\uFFFD' : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
		return line.length() < text.length() ? line.substring(0, Math.min(60, line.length())) + "…" : line;
	}
}
