package id.posko.report;

/** What stands in one cell of a {@link StyledTable}. */
public sealed interface Value {

	Value NOTHING = new Nothing();

	static Value of(String text) {
		return text.isEmpty() ? NOTHING : new Text(text);
	}

	static Value of(long number) {
		return new Whole(number);
	}

	static Value of(double number) {
		return new Fraction(number);
	}

	/** An empty cell. */
	record Nothing() implements Value {
	}

	/** Shown as it is and never calculated, whatever it begins with; a code (NIK, region) is a text. */
	record Text(String text) implements Value {
	}

	/** A number of things, of at most 15 digits: what is longer is rounded by a spreadsheet, so it is a code. */
	record Whole(long number) implements Value {

		private static final long MOST = 999_999_999_999_999L;

		/** @throws IllegalArgumentException if it has more than 15 digits */
		public Whole {
			if (number > MOST || number < -MOST) {
				throw new IllegalArgumentException("more than 15 digits: " + number);
			}
		}
	}

	/** A measured or calculated number. */
	record Fraction(double number) implements Value {

		/** @throws IllegalArgumentException if it is infinite or not a number */
		public Fraction {
			if (!Double.isFinite(number)) {
				throw new IllegalArgumentException(String.valueOf(number));
			}
		}
	}
}
