package id.posko.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as a workbook: the headings bold, frozen and with a filter, every cell text and formatted as text, so
 * that a code keeps its zeros when somebody edits it. What one sheet cannot hold goes on in the next.
 */
final class XlsxSheets {

	/** ECMA-376 leaves it open; these are Excel's. */
	static final int LONGEST_TEXT = 32_767;
	private static final int ROWS_OF_SHEET = Worksheet.MAX_ROWS;

	private static final int AT_ONCE = 1000;
	private static final int NARROWEST = 8;
	private static final int WIDEST = 60;

	private final OutputStream out;
	private final Table table;
	private final int columns;

	XlsxSheets(OutputStream out, Table table) {
		this.out = out;
		this.table = table;
		columns = table.headings().size();
	}

	/** The number of rows. */
	long write() throws IOException, Refusal {
		long rows = 0;
		try (Workbook workbook = new Workbook(out, "Posko", null)) {
			do {
				rows += writeSheet(workbook.newWorksheet(table.name()));
			} while (table.rows().hasNext());
		}
		return rows;
	}

	private int writeSheet(Worksheet sheet) throws IOException, Refusal {
		sheet.freezePane(0, 1);
		for (int c = 0; c < columns; c++) {
			sheet.style(c).format("@").set();
		}
		writeRow(sheet, 0, table.headings());
		sheet.range(0, 0, 0, columns - 1).style().bold().format("@").set();
		int row = 1;
		while (table.rows().hasNext() && row < ROWS_OF_SHEET) {
			int first = row;
			List<List<String>> some = next(Math.min(AT_ONCE, ROWS_OF_SHEET - row));
			if (first == 1) {
				setWidths(sheet, some);
			}
			for (List<String> cells : some) {
				writeRow(sheet, row++, cells);
			}
			sheet.range(first, 0, row - 1, columns - 1).style().format("@").set();
			sheet.flush();
		}
		sheet.setAutoFilter(0, 0, row - 1, columns - 1);
		sheet.finish();
		return row - 1;
	}

	private List<List<String>> next(int most) throws Refusal {
		List<List<String>> some = new ArrayList<>(most);
		while (some.size() < most && table.rows().hasNext()) {
			TableWriter.refuseIfInterrupted();
			some.add(table.rows().next());
		}
		return some;
	}

	private void setWidths(Worksheet sheet, List<List<String>> rows) {
		for (int c = 0; c < columns; c++) {
			int column = c;
			int longest = rows.stream().filter(row -> column < row.size())
					.mapToInt(row -> row.get(column).lines().mapToInt(String::length).max().orElse(0)).max()
					.orElse(0);
			// The heading is bold and has the filter's button beside it.
			sheet.width(c, Math.clamp(Math.max(longest + 2, table.headings().get(c).length() + 4), NARROWEST, WIDEST));
		}
	}

	private void writeRow(Worksheet sheet, int row, List<String> cells) throws Refusal {
		if (cells.size() > columns) {
			throw new IllegalArgumentException(cells.size() + " cells under " + columns + " headings");
		}
		for (int c = 0; c < cells.size(); c++) {
			String text = cells.get(c);
			if (text.length() > LONGEST_TEXT) {
				throw new Refusal(new Place(row + 1, c + 1), Fault.Code.LONG_TEXT, (long) text.length(), LONGEST_TEXT);
			}
			if (!text.isEmpty()) {
				sheet.inlineString(row, c, RichText.escaped(text));
			}
		}
	}
}
