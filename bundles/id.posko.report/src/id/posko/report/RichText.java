package id.posko.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The text of a string item ({@code si}, {@code is}: ECMA-376 part 1, 18.4.8): its runs in order without the phonetic
 * ones, with the escapes of ST_Xstring (22.9.2.19) undone.
 */
final class RichText {

	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private RichText() {
	}

	/** Reads from just after the item's start to its end. */
	static CellText.Kept read(Xml xml, int limit) throws XMLStreamException, Refusal {
		CellText text = new CellText(limit);
		int end = xml.depth() - 1;
		int phonetic = Integer.MAX_VALUE;
		int run = Integer.MAX_VALUE;
		while (xml.depth() > end) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (xml.name().equals("rPh") && phonetic == Integer.MAX_VALUE) {
						phonetic = xml.depth();
					} else if (xml.name().equals("t") && phonetic == Integer.MAX_VALUE) {
						run = xml.depth();
					}
				}
				case XMLStreamConstants.END_ELEMENT -> {
					if (xml.depth() < phonetic) {
						phonetic = Integer.MAX_VALUE;
					}
					if (xml.depth() < run) {
						run = Integer.MAX_VALUE;
					}
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					if (xml.depth() >= run) {
						xml.addTextTo(text);
					}
				}
				default -> {
				}
			}
		}
		return unescaped(text.take());
	}

	static CellText.Kept unescaped(CellText.Kept kept) {
		if (!kept.text().contains("_x")) {
			return kept;
		}
		String text = ESCAPE.matcher(kept.text()).replaceAll(
				match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
		return new CellText.Kept(text, kept.length() - kept.text().length() + text.length());
	}

	/** Writes what XML cannot hold or would lose (control characters, blanks at the ends) as escapes. */
	static String escaped(String text) {
		StringBuilder escaped = null;
		int last = text.length() - 1;
		for (int i = 0; i <= last; i++) {
			char c = text.charAt(i);
			boolean keep = switch (c) {
				case ' ', '\t', '\n' -> i > 0 && i < last;
				case '_' -> !(i + 6 <= last && ESCAPE.matcher(text).region(i, i + 7).matches());
				default -> c >= ' ' && c < '\uFFFE' && !loneSurrogate(text, i);
			};
			if (!keep && escaped == null) {
				escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
			}
			if (escaped != null) {
				escaped.append(keep ? String.valueOf(c) : "_x%04X_".formatted((int) c));
			}
		}
		return escaped == null ? text : escaped.toString();
	}

	private static boolean loneSurrogate(String text, int i) {
		char c = text.charAt(i);
		if (Character.isHighSurrogate(c)) {
			return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
		}
		return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
	}
}
