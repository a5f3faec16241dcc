package id.posko.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;

/**
 * One sheet of a table: titles, headings, as many rows as it holds, and after the last row of all what stands below. Rows
 * go out in groups, so that memory does not grow with them.
 */
final class TableSheet {

	static final int WIDEST = 60;

	private static final int GROUP = 500;
	private static final int NARROWEST = 8;
	private static final int NARROWEST_SUM = 14;
	private static final String SHADE = "FFE7EEF4";

	private final Worksheet sheet;
	private final StyledTable table;
	private final Totals totals;
	private final List<Column> columns;
	private final int last;
	private final int headingRow;

	TableSheet(Worksheet sheet, StyledTable table, Totals totals) {
		this.sheet = sheet;
		this.table = table;
		this.totals = totals;
		columns = table.columns();
		last = columns.size() - 1;
		headingRow = table.titles().isEmpty() ? 0 : table.titles().size() + 1;
	}

	/** The number of rows. */
	int write() throws IOException, Refusal {
		int most = Worksheet.MAX_ROWS - (table.total().isEmpty() ? 0 : 1)
				- (table.closing().isEmpty() ? 0 : table.closing().size() + 1);
		int row = headingRow + 1;
		List<List<Value>> group = next(most - row);
		writeHead(group);
		while (!group.isEmpty()) {
			writeRows(row, group);
			sheet.flush();
			row += group.size();
			group = next(most - row);
		}
		sheet.setAutoFilter(headingRow, 0, row - 1, last);
		totals.addRows(sheet.getName(), headingRow + 2, row);
		if (!table.rows().hasNext()) {
			writeEnd(row);
		}
		sheet.finish();
		return row - headingRow - 1;
	}

	private List<List<Value>> next(int most) throws Refusal {
		List<List<Value>> group = new ArrayList<>(GROUP);
		while (group.size() < Math.min(most, GROUP) && table.rows().hasNext()) {
			TableWriter.refuseIfInterrupted();
			List<Value> cells = table.rows().next();
			if (cells.size() > columns.size()) {
				throw new IllegalArgumentException(cells.size() + " cells under " + columns.size() + " headings");
			}
			group.add(cells);
		}
		return group;
	}

	/** @param some rows that tell how wide the columns are */
	private void writeHead(List<List<Value>> some) throws Refusal {
		sheet.freezePane(0, headingRow + 1);
		sheet.repeatRows(headingRow);
		sheet.paperSize(PaperSize.A4_PAPER);
		sheet.pageOrientation("landscape");
		sheet.fitToHeight((short) 0);
		for (int row = 0; row < table.titles().size(); row++) {
			writeLine(row, 0, table.titles().get(row)).bold().set();
		}
		for (int c = 0; c <= last; c++) {
			Column column = columns.get(c);
			sheet.width(c, width(c, some));
			sheet.style(c).format(column.kind().format()).set();
			XlsxSheets.put(sheet, headingRow, c, column.heading());
		}
		centred(ruled(headingRow, 0, headingRow, last, Column.Kind.TEXT)).bold().fillColor(SHADE).set();
	}

	private int width(int column, List<List<Value>> rows) {
		int longest = rows.stream().filter(row -> column < row.size()).mapToInt(row -> width(row.get(column))).max().orElse(0);
		// The heading is bold and has the filter's button beside it.
		int heading = columns.get(column).heading().length() + 4;
		return Math.clamp(Math.max(longest + 2, heading), columns.get(column).isSummed() ? NARROWEST_SUM : NARROWEST, WIDEST);
	}

	private static int width(Value value) {
		return switch (value) {
			case Value.Nothing _ -> 0;
			case Value.Text(String text) -> text.lines().mapToInt(String::length).max().orElse(0);
			case Value.Whole(long number) -> Long.toString(number).length() * 4 / 3;
			case Value.Fraction(double number) -> Long.toString((long) number).length() * 4 / 3 + 3;
		};
	}

	/** A text over all columns from the given one on. */
	private StyleSetter writeLine(int row, int from, String text) throws Refusal {
		XlsxSheets.put(sheet, row, from, text);
		if (from < last) {
			sheet.range(row, from, row, last).merge();
		}
		return centred(sheet.style(row, from)).format(Column.Kind.TEXT.format());
	}

	private void writeRows(int first, List<List<Value>> rows) throws Refusal {
		for (int r = 0; r < rows.size(); r++) {
			List<Value> cells = rows.get(r);
			for (int c = 0; c < cells.size(); c++) {
				switch (cells.get(c)) {
					case Value.Nothing _ -> {
					}
					case Value.Text(String text) -> XlsxSheets.put(sheet, first + r, c, text);
					case Value.Whole(long number) -> sheet.value(first + r, c, number);
					case Value.Fraction(double number) -> sheet.value(first + r, c, number);
				}
			}
		}
		for (int c = 0; c <= last; c++) {
			ruled(first, c, first + rows.size() - 1, c, columns.get(c).kind()).set();
		}
	}

	private void writeEnd(int end) throws Refusal {
		int row = end;
		if (!table.total().isEmpty()) {
			XlsxSheets.put(sheet, row, 0, table.total());
			for (int c = 0; c <= last; c++) {
				if (columns.get(c).isSummed()) {
					sheet.formula(row, c, XmlEscapeHelper.escape(totals.formula(c, sheet.getName())));
				}
				ruled(row, c, row, c, columns.get(c).kind()).bold().fillColor(SHADE).set();
			}
			row++;
		}
		int from = columns.size() - Math.max(1, columns.size() / 3);
		for (String line : table.closing()) {
			writeLine(++row, from, line).set();
		}
	}

	private StyleSetter ruled(int top, int left, int bottom, int right, Column.Kind kind) {
		return sheet.range(top, left, bottom, right).style().format(kind.format()).borderStyle(BorderStyle.THIN);
	}

	private static StyleSetter centred(StyleSetter style) {
		return style.horizontalAlignment("center").verticalAlignment("center").wrapText(true);
	}
}
