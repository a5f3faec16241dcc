package id.posko.report;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads delimited text (RFC 4180, with any line end and delimiter) row by row. Blank lines count as rows, as a
 * spreadsheet shows them. Cells that {@link CsvText} guards against being taken for formulas lose their guard.
 */
final class CsvRows {

	private static final Pattern EXCEL_TEXT = Pattern.compile("=\"([^\"]*)\"");

	private final Reader in;
	private final char delimiter;
	private final Limits limits;
	private final char[] buffer = new char[1 << 14];
	private int filled;
	private int at;
	private boolean afterReturn;

	CsvRows(Reader in, char delimiter, Limits limits) {
		this.in = in;
		this.delimiter = delimiter;
		this.limits = limits;
	}

	/** -1 at the end; every line end is one {@code \n}. */
	private int read() throws IOException, Refusal {
		while (true) {
			if (at == filled) {
				filled = in.read(buffer, 0, buffer.length);
				at = 0;
				if (filled <= 0) {
					filled = 0;
					return -1;
				}
			}
			char c = buffer[at++];
			if (c == 0) {
				throw new Refusal(Fault.Code.WRONG_TYPE, Content.BINARY.name());
			}
			boolean secondHalf = c == '\n' && afterReturn;
			afterReturn = c == '\r';
			if (!secondHalf) {
				return c == '\r' ? '\n' : c;
			}
		}
	}

	/** Hands over the rows that hold something until the sink wants no more. */
	void read(RowSink sink) throws IOException, Refusal {
		List<Cell> cells = new ArrayList<>();
		CellText text = new CellText(limits.text());
		Place place = new Place(1, 1);
		Place quoted = null;
		boolean started = false;
		int c = read();
		while (c >= 0) {
			if (quoted != null) {
				if (c != '"') {
					text.add((char) c);
					c = read();
				} else {
					c = read();
					if (c == '"') {
						text.add('"');
						c = read();
					} else {
						quoted = null;
					}
				}
				continue;
			}
			if (c == '"' && !started) {
				quoted = place;
				started = true;
			} else if (c == delimiter || c == '\n') {
				keep(text, place, cells);
				started = false;
				if (c == '\n' && !hand(place.row(), cells, sink)) {
					return;
				}
				place = c == '\n' ? new Place(place.row() + 1, 1) : new Place(place.row(), place.column() + 1);
			} else {
				text.add((char) c);
				started = true;
			}
			c = read();
		}
		if (quoted != null) {
			throw new Refusal(quoted, Fault.Code.OPEN_QUOTE);
		}
		keep(text, place, cells);
		hand(place.row(), cells, sink);
	}

	private void keep(CellText text, Place place, List<Cell> cells) throws Refusal {
		if (text.isEmpty()) {
			return;
		}
		CellText.Kept kept = text.take();
		Cell cell = new CellText.Kept(meant(kept.text()), kept.length()).at(place, limits.text());
		if (cell.isBlank()) {
			return;
		}
		if (place.column() > limits.columns()) {
			throw new Refusal(place, Fault.Code.TOO_MANY_COLUMNS, limits.columns());
		}
		cells.add(cell);
	}

	private static String meant(String text) {
		Matcher wrapped = EXCEL_TEXT.matcher(text);
		return wrapped.matches() ? wrapped.group(1) : CsvText.unguarded(text);
	}

	private static boolean hand(int row, List<Cell> cells, RowSink sink) throws Refusal {
		if (cells.isEmpty()) {
			return true;
		}
		Row whole = new Row(row, List.copyOf(cells));
		cells.clear();
		return sink.take(whole);
	}
}
