package id.posko.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sums of a table's columns over all its sheets, as formulas over the rows of data alone. */
final class Totals {

	private final List<Rows> all = new ArrayList<>();

	/** Rows of a sheet that hold data, from 1. */
	private record Rows(String sheet, int first, int last) {
	}

	/** @param first from 1, as the last, which is with them */
	void addRows(String sheet, int first, int last) {
		if (last >= first) {
			all.add(new Rows(sheet, first, last));
		}
	}

	/** As it stands on that sheet, column from 0; "0" where there is nothing to sum. */
	String formula(int column, String sheet) {
		String letters = Place.letters(column + 1);
		return all.isEmpty() ? "0" : all.stream()
				.map(rows -> (rows.sheet.equals(sheet) ? "" : "'" + rows.sheet + "'!") + letters + rows.first + ":" + letters
						+ rows.last).collect(Collectors.joining(",", "SUM(", ")"));
	}
}
