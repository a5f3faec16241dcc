package id.posko.probe.ups;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one quantity stands in one dialect, and how it is read. Of several rows for a quantity the lowest rank that
 * gives a reading wins, then the order of the rows.
 *
 * @param line number of the phase; 0: the whole UPS; {@link #EACH}: the first part of the table index
 * @param source OID below which the value stands, or the name of a variable
 * @param exact the source is the instance itself, not what stands below it
 * @param pick where the source ends at the index of a table whose rows name what they are of
 * @param scales factors to the quantity's unit, the documented one first; a later one only if no earlier one gives a
 *            possible value and it alone gives a usual one
 * @param codes word or code to state; {@code -} for a code by which the device says that it does not know
 */
record Row(String dialect, int rank, Quantity quantity, int line, Kind kind, String source, boolean exact,
		Optional<Pick> pick, List<BigDecimal> scales, Map<String, String> codes) {

	static final int EACH = -1;

	/** Which row of a table is meant: that in which this column says this. Its index completes the source. */
	record Pick(String column, String value) {
	}

	/** How a value is looked up in the codes. */
	enum Kind {
		/** A number, perhaps with its unit behind it. */
		NUMBER,
		/** The whole value is the code. */
		CODE,
		/** As CODE, and what is not in the codes says nothing: flags, rows of an alarm table. */
		FLAG,
		/** The value is a list of words; the first code that is among them counts. */
		WORDS,
		/** The first code that occurs anywhere in the text counts, whatever its letters' case. */
		PHRASE
	}

	Row in(String otherDialect, String otherSource) {
		return new Row(otherDialect, rank, quantity, line, kind, otherSource, exact, pick, scales, codes);
	}

	/** The same in one row of the table. */
	Row at(int index) {
		return new Row(dialect, rank, quantity, line, kind, source + "." + index, line != EACH, Optional.empty(), scales,
				codes);
	}
}
