package id.posko.report;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Cells as they stand in our CSV files. What a spreadsheet would take for a formula ({@code = + - @}, tab or line end
 * at its beginning) is written with an apostrophe before it and read back without it; so is a text that begins with
 * apostrophes before such a sign, so that every text comes back as it was.
 */
final class CsvText {

	static final char DELIMITER = ';';

	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
	private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

	private CsvText() {
	}

	static String guarded(String text) {
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

	static String unguarded(String text) {
		return text.startsWith("'") && GUARDED.matcher(text).matches() ? text.substring(1) : text;
	}

	static String written(Value value) {
		return switch (value) {
			case Value.Nothing _ -> "";
			case Value.Text(String text) -> written(text);
			case Value.Whole(long number) -> Long.toString(number);
			case Value.Fraction(double number) -> new BigDecimal(Double.toString(number)).toPlainString().replace('.', ',');
		};
	}

	/** The cell with its guard and, where it needs them, its quotation marks. */
	static String written(String text) {
		String guarded = guarded(text);
		for (int i = 0; i < guarded.length(); i++) {
			char c = guarded.charAt(i);
			if (c == DELIMITER || c == ',' || c == '"' || c < ' ' || (c == ' ' && (i == 0 || i == guarded.length() - 1))) {
				return '"' + guarded.replace("\"", "\"\"") + '"';
			}
		}
		return guarded;
	}
}
