package id.posko.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a table to an XLSX or CSV file in memory that does not grow with the rows. Every cell is text. The file is
 * made under another name in the same folder and takes its place whole or not at all. Blocks; stopped by interrupt.
 *
 * <p>CSV: UTF-8 with a byte order mark, semicolons (what an Excel with Indonesian settings opens as columns), CRLF. A
 * cell that a spreadsheet would take for a formula is written with an apostrophe before it, which {@link TableReader}
 * takes away again.
 */
public final class TableWriter {

	public Writing write(Path target, Format format, Table table) {
		try {
			return new Writing.Written(writeInPlace(target, format, table));
		} catch (Refusal refusal) {
			return new Writing.Refused(refusal.outcome().fault(), refusal.outcome().place());
		} catch (ClosedByInterruptException _) {
			return new Writing.Refused(Fault.of(Fault.Code.STOPPED), Optional.empty());
		} catch (IOException e) {
			return new Writing.Refused(Fault.of(Fault.Code.IO, String.valueOf(e.getMessage())), Optional.empty());
		}
	}

	private static long writeInPlace(Path target, Format format, Table table) throws IOException, Refusal {
		Path place = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
		Path folder = place.getParent();
		if (folder == null || Files.isDirectory(place)) {
			throw new Refusal(Fault.Code.NOT_A_FILE, target.toString());
		}
		if (!Files.isDirectory(folder)) {
			throw new Refusal(Fault.Code.NO_FOLDER, folder.toString());
		}
		Path unfinished = folder.resolve("." + UUID.randomUUID() + ".part");
		try {
			long rows;
			try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE)) {
				OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
				rows = switch (format) {
					case CSV -> writeCsv(out, table);
					case XLSX -> new XlsxSheets(out, table).write();
				};
				out.flush();
				channel.force(true);
			}
			Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return rows;
		} catch (AccessDeniedException _) {
			throw new Refusal(Fault.Code.CLOSED_FOLDER, folder.toString());
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	private static long writeCsv(OutputStream out, Table table) throws IOException, Refusal {
		Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		text.write('\uFEFF');
		writeLine(text, table.headings());
		long rows = 0;
		while (table.rows().hasNext()) {
			refuseIfInterrupted();
			writeLine(text, table.rows().next());
			rows++;
		}
		text.flush();
		return rows;
	}

	private static void writeLine(Writer text, List<String> cells) throws IOException {
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
