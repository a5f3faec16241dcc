package id.posko.procedure.file;

import id.posko.procedure.Wording;
import java.util.Collection;
import java.util.Comparator;
import java.util.OptionalInt;

/** What a text may hold, and how much of one a sentence can quote. */
final class Texts {

	private Texts() {
	}

	/** The first character that no text may hold: controls but line ends, marks that turn the writing, half pairs. */
	static OptionalInt firstForbidden(String text) {
		return text.codePoints().filter(c -> Character.isISOControl(c) && c != '\n' || c >= 0x202A && c <= 0x202E
				|| c >= 0x2066 && c <= 0x2069 || c >= 0xFFFE && c <= 0xFFFF || Character.getType(c) == Character.SURROGATE)
				.findFirst();
	}

	static String quoted(String text) {
		String line = text.codePoints().limit(61)
				.map(c -> c == '\n' || firstForbidden(Character.toString(c)).isPresent() ? '\uFFFD' : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
		return line.length() < text.length() ? line.substring(0, Math.min(60, line.length())) + "…" : line;
	}

	/** With every run of blanks one blank, and none at the ends. */
	static String squeezed(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	/** The one of the known that is most like a text; "" if there is none. */
	static String nearest(String text, Collection<String> known) {
		String begin = quoted(text);
		return known.stream().min(Comparator.comparingInt(other -> Wording.distance(begin, other))).orElse("");
	}
}
