package id.posko.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** One sheet of a table: titles, headings, as many rows as it holds, and after the last row of all what stands below. */
final class TableSheet {

	static final int WIDEST = 60;

	private static final int MOST_ROWS = 1_048_576;
	/** Rows that are looked at before the widths of the columns are set. */
	private static final int LOOKED_AT = 1000;
	private static final int NARROWEST = 8;
	private static final int NARROWEST_SUM = 14;

	private final String name;
	private final StyledTable table;
	private final Totals totals;
	private final int columns;
	private final int[] styles;
	private final int headingRow;
	private final List<String> merged = new ArrayList<>();
	private int end;

	TableSheet(String name, StyledTable table, Totals totals) {
		this.name = name;
		this.table = table;
		this.totals = totals;
		columns = table.columns().size();
		styles = table.columns().stream().mapToInt(column -> CellStyle.DATA.in(column.kind())).toArray();
		headingRow = table.titles().isEmpty() ? 0 : table.titles().size() + 1;
	}

	/** From 0. */
	int headingRow() {
		return headingRow;
	}

	/** Headings and rows, such as A4:J100. */
	String area() {
		return "A" + (headingRow + 1) + ":" + Place.letters(columns) + end;
	}

	/** The number of rows. */
	int write(OutputStream part) throws IOException, Refusal {
		int most = MOST_ROWS - (table.total().isEmpty() ? 0 : 1)
				- (table.closing().isEmpty() ? 0 : table.closing().size() + 1);
		List<List<Value>> first = new ArrayList<>();
		while (first.size() < LOOKED_AT && headingRow + 1 + first.size() < most && table.rows().hasNext()) {
			first.add(next());
		}
		SheetStream sheet = new SheetStream(part);
		begin(sheet, first);
		writeHead(sheet);
		int row = headingRow + 1;
		for (List<Value> cells : first) {
			writeRow(sheet, row++, cells);
		}
		while (row < most && table.rows().hasNext()) {
			writeRow(sheet, row++, next());
		}
		end = row;
		totals.addRows(name, headingRow + 2, end);
		if (!table.rows().hasNext()) {
			writeEnd(sheet);
		}
		finish(sheet);
		return end - headingRow - 1;
	}

	private List<Value> next() throws Refusal {
		TableWriter.refuseIfInterrupted();
		List<Value> cells = table.rows().next();
		if (cells.size() > columns) {
			throw new IllegalArgumentException(cells.size() + " cells under " + columns + " headings");
		}
		return cells;
	}

	private void begin(SheetStream sheet, List<List<Value>> some) throws IOException {
		int below = headingRow + 1;
		sheet.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + XlsxSheets.MAIN
				+ "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\""
				+ below + "\" topLeftCell=\"A" + (below + 1) + "\" activePane=\"bottomLeft\" state=\"frozen\"/>"
				+ "<selection pane=\"bottomLeft\"/></sheetView></sheetViews><cols>");
		for (int c = 0; c < columns; c++) {
			sheet.raw(column(c, width(c, some), CellStyle.EMPTY.in(table.columns().get(c).kind())));
		}
		sheet.raw("</cols><sheetData>");
	}

	/** @param width in characters */
	static String column(int column, int width, int style) {
		return "<col min=\"" + (column + 1) + "\" max=\"" + (column + 1) + "\" width=\"" + width + "\" style=\"" + style
				+ "\" customWidth=\"1\"/>";
	}

	private int width(int column, List<List<Value>> rows) {
		int longest = rows.stream().filter(row -> column < row.size()).mapToInt(row -> width(row.get(column))).max().orElse(0);
		// The heading is bold and has the filter's button beside it.
		int heading = table.columns().get(column).heading().length() + 4;
		return Math.clamp(Math.max(longest + 2, heading), totals.isSummed(column) ? NARROWEST_SUM : NARROWEST, WIDEST);
	}

	private static int width(Value value) {
		return switch (value) {
			case Value.Nothing _ -> 0;
			case Value.Text(String text) -> text.lines().mapToInt(String::length).max().orElse(0);
			case Value.Whole(long number) -> Long.toString(number).length() * 4 / 3;
			case Value.Fraction(double number) -> Long.toString((long) number).length() * 4 / 3 + 3;
		};
	}

	private void writeHead(SheetStream sheet) throws IOException, Refusal {
		for (int r = 0; r < table.titles().size(); r++) {
			writeLine(sheet, r, 0, CellStyle.TITLE, table.titles().get(r));
		}
		sheet.beginRow(headingRow);
		for (int c = 0; c < columns; c++) {
			sheet.text(c, CellStyle.HEADING.ofText(), fitting(headingRow, c, table.columns().get(c).heading()));
		}
		sheet.endRow();
	}

	/** A text over all columns from the given one on. */
	private void writeLine(SheetStream sheet, int row, int from, CellStyle style, String text) throws IOException, Refusal {
		sheet.beginRow(row);
		sheet.text(from, style.ofText(), fitting(row, from, text));
		sheet.endRow();
		if (from < columns - 1) {
			merged.add(new Place(row + 1, from + 1) + ":" + new Place(row + 1, columns));
		}
	}

	private void writeRow(SheetStream sheet, int row, List<Value> cells) throws IOException, Refusal {
		sheet.beginRow(row);
		for (int c = 0; c < columns; c++) {
			switch (c < cells.size() ? cells.get(c) : Value.NOTHING) {
				case Value.Nothing _ -> sheet.blank(c, styles[c]);
				case Value.Text(String text) -> sheet.text(c, styles[c], fitting(row, c, text));
				case Value.Whole(long number) -> {
					sheet.number(c, styles[c], Long.toString(number));
					totals.add(c, number);
				}
				case Value.Fraction(double number) -> {
					sheet.number(c, styles[c], Double.toString(number));
					totals.add(c, number);
				}
			}
		}
		sheet.endRow();
	}

	/** @throws Refusal if a cell cannot hold it; row and column count from 0 */
	static String fitting(int row, int column, String text) throws Refusal {
		if (text.length() > XlsxSheets.LONGEST_TEXT) {
			throw new Refusal(new Place(row + 1, column + 1), Fault.Code.LONG_TEXT, (long) text.length(),
					XlsxSheets.LONGEST_TEXT);
		}
		return text;
	}

	private void writeEnd(SheetStream sheet) throws IOException, Refusal {
		int row = end;
		if (!table.total().isEmpty()) {
			sheet.beginRow(row);
			for (int c = 0; c < columns; c++) {
				int style = CellStyle.TOTAL.in(table.columns().get(c).kind());
				if (totals.isSummed(c)) {
					sheet.formula(c, style, totals.formula(c, name), totals.result(c));
				} else {
					sheet.text(c, style, c == 0 ? fitting(row, 0, table.total()) : "");
				}
			}
			sheet.endRow();
			row++;
		}
		int from = columns - Math.max(1, columns / 3);
		for (String line : table.closing()) {
			writeLine(sheet, ++row, from, CellStyle.CLOSING, line);
		}
	}

	private void finish(SheetStream sheet) throws IOException {
		sheet.raw("</sheetData><autoFilter ref=\"" + area() + "\"/>");
		if (!merged.isEmpty()) {
			sheet.raw("<mergeCells count=\"" + merged.size() + "\">");
			for (String area : merged) {
				sheet.raw("<mergeCell ref=\"" + area + "\"/>");
			}
			sheet.raw("</mergeCells>");
		}
		sheet.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
				+ "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
		sheet.flush();
	}
}
