package id.posko.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as a workbook stores them. */
final class Numbers {

	/** Excel keeps 15 digits of a number. */
	private static final MathContext KEPT = new MathContext(15);
	private static final BigDecimal ROUNDED_FROM = BigDecimal.TEN.pow(KEPT.getPrecision());
	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,3})?");
	private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

	private Numbers() {
	}

	/** -1 if the text is no number of at most nine digits. */
	static int whole(String text) {
		return text != null && WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
	}

	/** A numeric cell as a code is written: no exponent, no ".0", leading zeros where its format asks for them. */
	static Cell cell(Place place, String value, String style, NumberFormats formats) throws Refusal {
		if (!NUMBER.matcher(value).matches()) {
			throw new Refusal(place, Fault.Code.DAMAGED, "number " + shortened(value));
		}
		BigDecimal number = new BigDecimal(value);
		String text = plain(number.abs().compareTo(ROUNDED_FROM) < 0 ? number.round(KEPT) : number);
		if (formats.isDate(style)) {
			return new Cell(place, text, Optional.of(Fault.of(Fault.Code.DATE, text)));
		}
		if (number.abs().compareTo(ROUNDED_FROM) >= 0) {
			return new Cell(place, text, Optional.of(Fault.of(Fault.Code.ROUNDED, text)));
		}
		int digits = formats.digits(style);
		boolean code = text.length() < digits && whole(text) >= 0;
		return new Cell(place, code ? "0".repeat(digits - text.length()) + text : text, Optional.empty());
	}

	private static String plain(BigDecimal number) {
		return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
	}

	static String shortened(String text) {
		return text.length() <= 40 ? text : text.substring(0, 40) + "…";
	}
}
