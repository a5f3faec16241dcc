package id.posko.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a table from an XLSX or CSV file, known by its content, not its name: the first visible sheet, row by row, in
 * memory that does not grow with the rows (an XLSX file's shared strings do). Blocks; stopped by interrupt. Whatever
 * the file holds, the outcome is a {@link Reading}; only what the consumer throws passes through.
 */
public final class TableReader {

	private final Limits limits;

	public TableReader(Limits limits) {
		this.limits = limits;
	}

	/** Hands every row that holds something to the consumer, in order, on the calling thread. */
	public Reading read(Path file, Consumer<Row> rows) {
		try {
			return readAs(content(file), file, new Counted(rows));
		} catch (Refusal refusal) {
			return refusal.outcome();
		} catch (XMLStreamException e) {
			return outcome(e.getNestedException() instanceof IOException io ? io : new ZipException(e.getMessage()));
		} catch (IOException e) {
			return outcome(e);
		}
	}

	private Content content(Path file) throws IOException, Refusal {
		if (!Files.exists(file)) {
			throw new Refusal(Fault.Code.NO_FILE);
		}
		if (!Files.isRegularFile(file)) {
			throw new Refusal(Fault.Code.NOT_A_FILE, String.valueOf(file.getFileName()));
		}
		if (Files.size(file) > limits.bytes()) {
			throw tooBig();
		}
		return Content.of(file);
	}

	private Reading readAs(Content content, Path file, Counted sink) throws IOException, XMLStreamException, Refusal {
		return switch (content) {
			case EMPTY -> throw new Refusal(Fault.Code.EMPTY);
			case ZIP -> readWorkbook(file, sink);
			case TEXT -> readText(file, sink);
			case OLE -> throw OleFile.refusal(file);
			case PDF, IMAGE, RTF, HTML, BINARY -> throw new Refusal(Fault.Code.WRONG_TYPE, content.name());
		};
	}

	private Reading readText(Path file, Counted sink) throws IOException, Refusal {
		CsvFile csv = null;
		try {
			csv = new CsvFile(file);
			try (Reader text = csv.open()) {
				new CsvRows(text, csv.delimiter(), limits).read(sink);
			}
		} catch (CharacterCodingException e) {
			throw csv == null ? new Refusal(Fault.Code.WRONG_TYPE, Content.BINARY.name()) : csv.refusal(e);
		}
		if (sink.count == 0) {
			throw new Refusal(Fault.Code.EMPTY);
		}
		return new Reading.Complete(Format.CSV, "", sink.count, csv.isWindows1252()
				? List.of(new Remark(Remark.Code.WINDOWS_1252, List.of())) : List.of());
	}

	private Reading readWorkbook(Path file, Counted sink) throws IOException, XMLStreamException, Refusal {
		try (Workbook workbook = new Workbook(file, limits)) {
			List<Workbook.Sheet> visible = workbook.sheets().stream().filter(Workbook.Sheet::visible).toList();
			if (visible.isEmpty()) {
				throw new Refusal(Fault.Code.NO_SHEET);
			}
			SharedTexts texts = new SharedTexts(workbook, limits.text());
			NumberFormats formats = new NumberFormats(workbook);
			Workbook.Sheet sheet = visible.getFirst();
			new SheetRows(workbook, sheet, texts, formats, limits).read(sink);

			List<Remark> remarks = new ArrayList<>();
			List<String> others = new ArrayList<>();
			for (Workbook.Sheet other : visible.subList(1, visible.size())) {
				boolean[] held = {false};
				new SheetRows(workbook, other, texts, formats, limits).read(row -> {
					held[0] = true;
					return false;
				});
				if (held[0]) {
					others.add(other.name());
				}
			}
			if (!others.isEmpty()) {
				remarks.add(new Remark(Remark.Code.OTHER_SHEETS, List.copyOf(others)));
			}
			List<String> hidden = workbook.sheets().stream().filter(s -> !s.visible()).map(Workbook.Sheet::name).toList();
			if (!hidden.isEmpty()) {
				remarks.add(new Remark(Remark.Code.HIDDEN_SHEETS, hidden));
			}
			if (sink.count == 0 && others.isEmpty()) {
				throw new Refusal(Fault.Code.EMPTY);
			}
			return new Reading.Complete(Format.XLSX, sheet.name(), sink.count, List.copyOf(remarks));
		}
	}

	private Refusal tooBig() {
		return new Refusal(Fault.Code.TOO_BIG, limits.bytes() >> 20);
	}

	private Reading outcome(IOException e) {
		Fault fault = switch (e) {
			case InterruptedIOException _ -> Fault.of(Fault.Code.STOPPED);
			case ClosedByInterruptException _ -> Fault.of(Fault.Code.STOPPED);
			case BoundedStream.SpentException _ -> Fault.of(Fault.Code.TOO_BIG, limits.bytes() >> 20);
			case NoSuchFileException _ -> Fault.of(Fault.Code.NO_FILE);
			case ZipException _ -> Fault.of(Fault.Code.DAMAGED, String.valueOf(e.getMessage()));
			case EOFException _ -> Fault.of(Fault.Code.DAMAGED, String.valueOf(e.getMessage()));
			case CharacterCodingException _ -> Fault.of(Fault.Code.DAMAGED, String.valueOf(e.getMessage()));
			default -> Fault.of(Fault.Code.IO, String.valueOf(e.getMessage()));
		};
		return new Reading.Refused(fault, Optional.empty());
	}

	/** Counts rows up to the limit and passes them on. */
	private final class Counted implements RowSink {

		private final Consumer<Row> rows;
		private int count;

		Counted(Consumer<Row> rows) {
			this.rows = rows;
		}

		@Override
		public boolean take(Row row) throws Refusal {
			if (Thread.currentThread().isInterrupted()) {
				throw new Refusal(Fault.Code.STOPPED);
			}
			if (count == limits.rows()) {
				throw new Refusal(new Place(row.number(), 1), Fault.Code.TOO_MANY_ROWS, limits.rows());
			}
			count++;
			rows.accept(row);
			return true;
		}
	}
}
