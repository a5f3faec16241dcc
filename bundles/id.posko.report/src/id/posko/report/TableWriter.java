package id.posko.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a table to an XLSX or CSV file in memory that does not grow with the rows. Of a {@link Table} every cell is
 * text. The file is made under another name in the same folder and takes its place whole or not at all. Blocks; stopped
 * by interrupt.
 *
 * <p>No text is ever run as a formula. XLSX: a text is a cell of type text, formatted as text, so that it stays one when
 * it is edited. CSV: UTF-8 with a byte order mark, semicolons (what an Excel with Indonesian settings opens as columns),
 * CRLF; a text that begins with {@code = + - @}, tab or line end gets an apostrophe before it, which {@link TableReader}
 * takes away again. A number is not a text: it stands there bare, with its minus and a decimal comma.
 */
public final class TableWriter {

	public Writing write(Path target, Format format, Table table) {
		return write(target, format, StyledTable.of(table));
	}

	public Writing write(Path target, Format format, StyledTable table) {
		return WholeFile.write(target, out -> switch (format) {
			case CSV -> writeCsv(out, table);
			case XLSX -> new XlsxSheets(out, table).write();
		});
	}

	private static long writeCsv(OutputStream out, StyledTable table) throws IOException, Refusal {
		Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		text.write('\uFEFF');
		writeLine(text, table.columns().stream().map(column -> Value.of(column.heading())).toList());
		long rows = 0;
		for (Iterator<List<Value>> all = table.rows(); all.hasNext(); rows++) {
			refuseIfInterrupted();
			writeLine(text, all.next());
		}
		text.flush();
		return rows;
	}

	private static void writeLine(Writer text, List<Value> cells) throws IOException {
		for (int i = 0; i < cells.size(); i++) {
			if (i > 0) {
				text.write(CsvText.DELIMITER);
			}
			text.write(CsvText.written(cells.get(i)));
		}
		text.write("\r\n");
	}

	static void refuseIfInterrupted() throws Refusal {
		if (Thread.currentThread().isInterrupted()) {
			throw new Refusal(Fault.Code.STOPPED);
		}
	}
}
