package id.posko.report;

import id.posko.report.opc.Markup;
import id.posko.report.opc.OpcPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table as a workbook: the headings bold, frozen, with a filter and repeated on every printed page, every text
 * formatted as text, so that a code keeps its zeros when somebody edits it. What one sheet cannot hold goes on in the
 * next; the totals stand below the last and sum the rows of all.
 */
final class XlsxSheets {

	static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
	/** ECMA-376 leaves it open; these are Excel's. */
	static final int LONGEST_TEXT = 32_767;

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
	private static final String BOOK = "xl/workbook.xml";
	private static final int COMPRESSION = 1;

	private final OpcPackage file;
	private final StyledTable table;
	private final Totals totals;
	private final List<Tab> tabs = new ArrayList<>();

	XlsxSheets(OutputStream out, StyledTable table) {
		file = new OpcPackage(out, COMPRESSION);
		this.table = table;
		totals = new Totals(table.columns());
	}

	/** A sheet of the workbook. @param area of the headings and their rows; "" where there are none */
	private record Tab(String name, String area, int headingRow) {
	}

	/** The number of rows. */
	long write() throws IOException, Refusal {
		file.describe(table.name(), "Posko");
		file.relate("", "workbook", "officeDocument", BOOK);
		long rows = 0;
		do {
			rows += writeRows();
		} while (table.rows().hasNext());
		if (!table.metadata().entries().isEmpty()) {
			writeMetadata();
		}
		file.put("xl/styles.xml", TYPE + "styles+xml", CellStyle.part());
		file.relate(BOOK, "styles", "styles", "styles.xml");
		file.put(BOOK, TYPE + "sheet.main+xml", book());
		file.finish();
		return rows;
	}

	private int writeRows() throws IOException, Refusal {
		String name = SheetName.of(table.name(), tabs.stream().map(Tab::name).toList());
		TableSheet sheet = new TableSheet(name, table, totals);
		try (OutputStream part = open()) {
			int rows = sheet.write(part);
			tabs.add(new Tab(name, sheet.area(), sheet.headingRow()));
			return rows;
		}
	}

	private OutputStream open() throws IOException {
		String number = Integer.toString(tabs.size() + 1);
		file.relate(BOOK, "sheet" + number, "worksheet", "worksheets/sheet" + number + ".xml");
		return file.open("xl/worksheets/sheet" + number + ".xml", TYPE + "worksheet+xml");
	}

	private void writeMetadata() throws IOException, Refusal {
		String name = SheetName.of(table.metadata().name(), tabs.stream().map(Tab::name).toList());
		List<Metadata.Entry> entries = table.metadata().entries();
		try (OutputStream part = open()) {
			SheetStream sheet = new SheetStream(part);
			int longest = entries.stream().mapToInt(entry -> entry.label().length()).max().orElse(0);
			sheet.raw("<worksheet xmlns=\"" + MAIN + "\"><cols>" + TableSheet.column(0, longest + 3, 0)
					+ TableSheet.column(1, TableSheet.WIDEST, 0) + "</cols><sheetData>");
			for (int row = 0; row < entries.size(); row++) {
				sheet.beginRow(row);
				sheet.text(0, CellStyle.LABEL.ofText(), TableSheet.fitting(row, 0, entries.get(row).label()));
				sheet.text(1, CellStyle.NOTE.ofText(), TableSheet.fitting(row, 1, entries.get(row).text()));
				sheet.endRow();
			}
			sheet.raw("</sheetData></worksheet>");
			sheet.flush();
		}
		tabs.add(new Tab(name, "", 0));
	}

	private byte[] book() {
		Markup xml = new Markup().open("workbook", "xmlns", MAIN, "xmlns:r", OpcPackage.OFFICE_RELATION).open("sheets");
		for (int i = 0; i < tabs.size(); i++) {
			xml.leaf("sheet", "name", tabs.get(i).name(), "sheetId", i + 1, "r:id", "sheet" + (i + 1));
		}
		xml.close().open("definedNames");
		for (int i = 0; i < tabs.size(); i++) {
			if (!tabs.get(i).area().isEmpty()) {
				String sheet = SheetName.quoted(tabs.get(i).name()) + "!";
				xml.open("definedName", "name", "_xlnm._FilterDatabase", "localSheetId", i, "hidden", 1)
						.text(sheet + tabs.get(i).area().replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2")).close();
				int row = tabs.get(i).headingRow() + 1;
				xml.open("definedName", "name", "_xlnm.Print_Titles", "localSheetId", i).text(sheet + "$" + row + ":$" + row)
						.close();
			}
		}
		return xml.bytes();
	}
}
