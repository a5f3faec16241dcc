package id.posko.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as a workbook: the headings bold, frozen, with a filter and repeated on every printed page, every text
 * formatted as text, so that a code keeps its zeros when somebody edits it. What one sheet cannot hold goes on in the
 * next; the totals stand below the last and sum the rows of all.
 */
final class XlsxSheets {

	/** ECMA-376 leaves it open; these are Excel's. */
	private static final int LONGEST_TEXT = 32_767;
	/** The fastest; higher ones make the file hardly smaller. */
	private static final int COMPRESSION = 2;

	private final OutputStream out;
	private final StyledTable table;
	private final List<String> names = new ArrayList<>();

	XlsxSheets(OutputStream out, StyledTable table) {
		this.out = out;
		this.table = table;
	}

	/** The number of rows. */
	long write() throws IOException, Refusal {
		try (Workbook book = new Workbook(out, "Posko", null)) {
			book.setCompressionLevel(COMPRESSION);
			book.setGlobalDefaultFont("Arial", 10);
			book.properties().setTitle(table.name());
			Totals totals = new Totals();
			long rows = 0;
			do {
				rows += new TableSheet(next(book, table.name()), table, totals).write();
			} while (table.rows().hasNext());
			if (!table.metadata().entries().isEmpty()) {
				writeMetadata(next(book, table.metadata().name()));
			}
			return rows;
		}
	}

	private Worksheet next(Workbook book, String wished) {
		names.add(SheetName.of(wished, names));
		return book.newWorksheet(names.getLast());
	}

	private void writeMetadata(Worksheet sheet) throws Refusal {
		List<Metadata.Entry> entries = table.metadata().entries();
		sheet.width(0, Math.min(TableSheet.WIDEST, entries.stream().mapToInt(entry -> entry.label().length()).max().orElse(0) + 3));
		sheet.width(1, TableSheet.WIDEST);
		for (int row = 0; row < entries.size(); row++) {
			put(sheet, row, 0, entries.get(row).label());
			put(sheet, row, 1, entries.get(row).text());
		}
		sheet.range(0, 0, entries.size() - 1, 1).style().format(Column.Kind.TEXT.format()).borderStyle(BorderStyle.THIN)
				.horizontalAlignment("left").verticalAlignment("center").wrapText(true).set();
		sheet.range(0, 0, entries.size() - 1, 0).style().bold().set();
	}

	/**
	 * Puts a text into a cell of type text; row and column count from 0.
	 *
	 * @throws Refusal if a cell cannot hold it
	 */
	static void put(Worksheet sheet, int row, int column, String text) throws Refusal {
		if (text.length() > LONGEST_TEXT) {
			throw new Refusal(new Place(row + 1, column + 1), Fault.Code.LONG_TEXT, (long) text.length(), LONGEST_TEXT);
		}
		if (!text.isEmpty()) {
			sheet.inlineString(row, column, RichText.escaped(text));
		}
	}
}
