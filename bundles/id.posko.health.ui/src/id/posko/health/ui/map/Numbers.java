package id.posko.health.ui.map;

/** Numbers of an SVG attribute one by one: apart by blanks, a comma, or only by where the next must begin. */
final class Numbers {

	private final String text;
	private int at;

	Numbers(String text) {
		this.text = text;
		skip();
	}

	private void skip() {
		while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
			at++;
		}
	}

	boolean isAtEnd() {
		return at == text.length();
	}

	boolean hasNumber() {
		return numberEnd() > at;
	}

	/** A letter is taken, if one stands there; else 0. */
	char letter() {
		if (at < text.length() && Character.isLetter(text.charAt(at))) {
			char letter = text.charAt(at++);
			skip();
			return letter;
		}
		return 0;
	}

	/** A flag of an arc: one digit, which may stand right before the next number. @return -1 if there is none */
	int flag() {
		if (at < text.length() && (text.charAt(at) == '0' || text.charAt(at) == '1')) {
			int flag = text.charAt(at++) - '0';
			skip();
			return flag;
		}
		return -1;
	}

	/** NaN if there is none. */
	double next() {
		int end = numberEnd();
		if (end == at) {
			return Double.NaN;
		}
		double number = Double.parseDouble(text.substring(at, end));
		at = end;
		skip();
		return number;
	}

	/** Where the number that begins here ends; here if none does. */
	private int numberEnd() {
		int i = at;
		if (is(i, '+') || is(i, '-')) {
			i++;
		}
		int whole = digits(i);
		int fraction = is(whole, '.') ? digits(whole + 1) : whole;
		boolean hasDigits = whole > i || fraction > whole + 1;
		if (!hasDigits) {
			return at;
		}
		if (is(fraction, 'e') || is(fraction, 'E')) {
			int sign = is(fraction + 1, '+') || is(fraction + 1, '-') ? fraction + 2 : fraction + 1;
			int exponent = digits(sign);
			return exponent > sign ? exponent : fraction;
		}
		return fraction;
	}

	private boolean is(int i, char c) {
		return i < text.length() && text.charAt(i) == c;
	}

	private int digits(int from) {
		int i = from;
		while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
			i++;
		}
		return i;
	}
}
