package id.posko.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the XML of a worksheet cell by cell (ECMA-376 part 1, 18.3.1): texts stand in their cells, so that nothing grows
 * with the rows. Rows and columns count from 0 and are written in order.
 */
final class SheetStream {

	private static final int FULL = 1 << 15;

	private final OutputStream out;
	/** More than half of it is free when a cell begins; a longer text is written in pieces. */
	private final byte[] buffer = new byte[2 * FULL];
	private int length;
	private byte[] rowNumber = {};
	private byte[][] columns = {};

	SheetStream(OutputStream out) {
		this.out = out;
	}

	/** XML as it stands. */
	void raw(String xml) throws IOException {
		put(xml.getBytes(StandardCharsets.UTF_8));
	}

	void beginRow(int row) throws IOException {
		flushIfFull();
		rowNumber = Integer.toString(row + 1).getBytes(StandardCharsets.US_ASCII);
		ascii("<row r=\"");
		put(rowNumber);
		ascii("\">");
	}

	void endRow() {
		ascii("</row>");
	}

	/** A cell that shows its style alone. */
	void blank(int column, int style) throws IOException {
		begin(column, style);
		ascii("\"/>");
	}

	/** A cell of type text; an empty text is a blank cell. */
	void text(int column, int style, String text) throws IOException {
		if (text.isEmpty()) {
			blank(column, style);
			return;
		}
		begin(column, style);
		ascii("\" t=\"inlineStr\"><is><t>");
		if (!putPlain(text)) {
			put(escaped(RichText.escaped(text)).getBytes(StandardCharsets.UTF_8));
		}
		ascii("</t></is></c>");
	}

	void number(int column, int style, String number) throws IOException {
		begin(column, style);
		ascii("\"><v>");
		ascii(number);
		ascii("</v></c>");
	}

	/** @param result what it comes to, for programs that do not calculate */
	void formula(int column, int style, String formula, String result) throws IOException {
		begin(column, style);
		ascii("\"><f>");
		raw(escaped(formula));
		ascii("</f><v>");
		ascii(result);
		ascii("</v></c>");
	}

	void flush() throws IOException {
		out.write(buffer, 0, length);
		length = 0;
	}

	private void flushIfFull() throws IOException {
		if (length > FULL) {
			flush();
		}
	}

	private void begin(int column, int style) throws IOException {
		flushIfFull();
		ascii("<c r=\"");
		put(letters(column));
		put(rowNumber);
		ascii("\" s=\"");
		ascii(Integer.toString(style));
	}

	private byte[] letters(int column) {
		if (column >= columns.length) {
			columns = new byte[column + 1][];
			for (int c = 0; c <= column; c++) {
				columns[c] = Place.letters(c + 1).getBytes(StandardCharsets.US_ASCII);
			}
		}
		return columns[column];
	}

	/** Short ASCII into the buffer, which has room for it. */
	private void ascii(String text) {
		for (int i = 0; i < text.length(); i++) {
			buffer[length++] = (byte) text.charAt(i);
		}
	}

	private void put(byte[] bytes) throws IOException {
		if (bytes.length > buffer.length - length) {
			flush();
		}
		if (bytes.length > FULL) {
			flush();
			out.write(bytes);
			return;
		}
		System.arraycopy(bytes, 0, buffer, length, bytes.length);
		length += bytes.length;
	}

	/** What most texts are: short, ASCII, and nothing to escape. Else nothing is written. */
	private boolean putPlain(String text) {
		int size = text.length();
		if (size > 1024 || text.charAt(0) == ' ' || text.charAt(size - 1) == ' ') {
			return false;
		}
		for (int i = 0; i < size; i++) {
			char c = text.charAt(i);
			if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '_') {
				return false;
			}
		}
		ascii(text);
		return true;
	}

	/** Of XML's own signs; what XML cannot hold is gone by {@link RichText#escaped}. */
	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
