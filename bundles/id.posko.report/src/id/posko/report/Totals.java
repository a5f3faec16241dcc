package id.posko.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sums of a table's columns over all its sheets, as formulas over the rows of data alone and as numbers. */
final class Totals {

	private final List<Column> columns;
	private final long[] wholes;
	private final double[] fractions;
	private final List<Area> areas = new ArrayList<>();

	Totals(List<Column> columns) {
		this.columns = columns;
		wholes = new long[columns.size()];
		fractions = new double[columns.size()];
	}

	/** Rows of a sheet that hold data, from 1. */
	private record Area(String sheet, int first, int last) {
	}

	void add(int column, long number) {
		wholes[column] += number;
	}

	void add(int column, double number) {
		fractions[column] += number;
	}

	/** @param first from 1, as the last, which is with them */
	void addRows(String sheet, int first, int last) {
		if (last >= first) {
			areas.add(new Area(sheet, first, last));
		}
	}

	boolean isSummed(int column) {
		return columns.get(column).isSummed();
	}

	/** As it stands on that sheet; "0" where there is nothing to sum. */
	String formula(int column, String sheet) {
		String letters = Place.letters(column + 1);
		return areas.isEmpty() ? "0" : areas.stream()
				.map(area -> (area.sheet.equals(sheet) ? "" : SheetName.quoted(area.sheet) + "!") + letters + area.first + ":"
						+ letters + area.last).collect(Collectors.joining(",", "SUM(", ")"));
	}

	String result(int column) {
		return BigDecimal.valueOf(wholes[column]).add(BigDecimal.valueOf(fractions[column])).toPlainString();
	}
}
