package id.posko.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * What the workbook's cell styles say about numbers (ECMA-376 part 1, 18.8.30): which show them as dates, and which as
 * codes with leading zeros ({@code 000000}).
 */
final class NumberFormats {

	private static final Pattern ZEROS = Pattern.compile("0{2,30}");
	/** Quoted text, escaped characters, and what stands in brackets say nothing about the kind. */
	private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]");
	private static final Pattern DATE_LETTER = Pattern.compile("[dDmMyYhHsS]");

	/** Excel takes no longer format (and regular expressions no unbounded one). */
	private static final int LONGEST = 255;
	private static final Style PLAIN = new Style(false, 0);

	private final List<Style> styles = new ArrayList<>();

	private record Style(boolean date, int digits) {
	}

	NumberFormats(Workbook workbook) throws IOException, XMLStreamException, Refusal {
		Map<String, String> custom = new HashMap<>();
		boolean inCellStyles = false;
		try (Xml xml = workbook.openStyles()) {
			while (xml != null && xml.nextElement()) {
				switch (xml.name()) {
					case "numFmt" -> custom.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
					case "cellXfs" -> inCellStyles = true;
					case "cellStyles", "dxfs" -> inCellStyles = false;
					case "xf" -> {
						if (inCellStyles) {
							String id = xml.attribute("numFmtId");
							String format = custom.get(id);
							styles.add(format != null ? style(format) : builtIn(Numbers.whole(id)));
						}
					}
					default -> {
					}
				}
			}
		}
	}

	private static Style builtIn(int id) {
		boolean date = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
		return date ? new Style(true, 0) : PLAIN;
	}

	private static Style style(String format) {
		if (format.length() > LONGEST || format.equalsIgnoreCase("General")) {
			return PLAIN;
		}
		return new Style(DATE_LETTER.matcher(LITERAL.matcher(format).replaceAll("")).find(),
				ZEROS.matcher(format).matches() ? format.length() : 0);
	}

	private Style of(String style) {
		int at = style == null ? 0 : Numbers.whole(style);
		return at >= 0 && at < styles.size() ? styles.get(at) : PLAIN;
	}

	boolean isDate(String style) {
		return of(style).date;
	}

	/** The digits a whole number is filled up to with zeros; 0 for none. */
	int digits(String style) {
		return of(style).digits;
	}
}
