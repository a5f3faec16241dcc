package id.posko.report;

/**
 * A column of a {@link StyledTable}.
 *
 * @param isSummed whether its sum stands in the row of totals; only of numbers
 */
public record Column(String heading, Kind kind, boolean isSummed) {

	/**
	 * How the column's numbers look; a text is shown as it is in any column. Thousands are parted by '.' and decimals
	 * by ',': the formats ask for Indonesian, which LibreOffice follows everywhere and Excel on an Indonesian system.
	 */
	public enum Kind {
		TEXT("@"),
		/** 12.345 */
		WHOLE("[$-421]#,##0"),
		/** 12.345,67 */
		FRACTION("[$-421]#,##0.00"),
		/** Of 1: 0.125 is shown as 12,50 %. */
		SHARE("[$-421]0.00\\ %");

		private final String format;

		Kind(String format) {
			this.format = format;
		}

		/** As ECMA-376 part 1, 18.8.31 writes it. */
		String format() {
			return format;
		}
	}

	/** @throws IllegalArgumentException if texts are to be summed */
	public Column {
		if (isSummed && kind == Kind.TEXT) {
			throw new IllegalArgumentException("sum of texts: " + heading);
		}
	}

	public static Column text(String heading) {
		return new Column(heading, Kind.TEXT, false);
	}

	public static Column of(Kind kind, String heading) {
		return new Column(heading, kind, false);
	}

	public static Column summed(Kind kind, String heading) {
		return new Column(heading, kind, true);
	}
}
