package id.posko.probe.camera;

import java.io.ByteArrayOutputStream;
import java.util.List;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/** What stands before the scan of a JPEG file (ITU-T T.81, annex B), written as RFC 2435 tells it in few octets. */
final class JpegParts {

	static final int SOI = 0xd8;
	static final int EOI = 0xd9;
	static final int SOS = 0xda;
	static final int DQT = 0xdb;
	static final int DRI = 0xdd;
	static final int DHT = 0xc4;
	static final int APP0 = 0xe0;
	private static final int SOF0 = 0xc0;
	private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};
	private static final int COEFFICIENTS = 64;

	/** A quantisation table: 64 values of one octet, or two if wide, in zigzag order. */
	record Table(boolean isWide, byte[] values) {
	}

	/**
	 * @param isHalfHigh colour has half the height too (4:2:0), else half the width only (4:2:2)
	 * @param restarts MCUs from one restart marker to the next; 0 without
	 * @param tables of brightness and of colour, or one for both
	 */
	record Shape(int width, int height, boolean isHalfHigh, int restarts, List<Table> tables) {
	}

	private JpegParts() {
	}

	/** The tables K.1 and K.2 of T.81, scaled by the quality factor Q (RFC 2435, 4.2). */
	static List<Table> tables(int q) {
		int factor = Math.clamp(q, 1, 99);
		int percent = factor < 50 ? 5000 / factor : 200 - 2 * factor;
		return List.of(scaled(JPEGQTable.K1Luminance, percent), scaled(JPEGQTable.K2Chrominance, percent));
	}

	private static Table scaled(JPEGQTable table, int percent) {
		int[] natural = table.getTable();
		byte[] values = new byte[COEFFICIENTS];
		for (int i = 0, row = 0, column = 0; i < COEFFICIENTS; i++) {
			values[i] = (byte) Math.clamp((natural[row * 8 + column] * percent + 50) / 100, 1, 255);
			boolean isUpwards = (row + column) % 2 == 0;
			if (isUpwards ? column == 7 : row != 7 && column == 0) {
				row++;
			} else if (isUpwards ? row == 0 : row == 7) {
				column++;
			} else {
				row += isUpwards ? -1 : 1;
				column += isUpwards ? 1 : -1;
			}
		}
		return new Table(false, values);
	}

	static byte[] file(Shape shape, byte[] scan) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(scan.length + 1024);
		begin(out);
		for (int i = 0; i < 2; i++) {
			Table table = shape.tables().get(Math.min(i, shape.tables().size() - 1));
			segment(out, DQT, new byte[] {(byte) ((table.isWide() ? 0x10 : 0) | i)}, table.values());
		}
		if (shape.restarts() > 0) {
			segment(out, DRI, new byte[] {(byte) (shape.restarts() >> 8), (byte) shape.restarts()});
		}
		segment(out, SOF0, octets(8, shape.height() >> 8, shape.height(), shape.width() >> 8, shape.width(), 3,
				1, shape.isHalfHigh() ? 0x22 : 0x21, 0, 2, 0x11, 1, 3, 0x11, 1));
		codes(out);
		segment(out, SOS, octets(3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0));
		out.writeBytes(scan);
		boolean isEnded = scan.length > 1 && (scan[scan.length - 2] & 0xff) == 0xff && (scan[scan.length - 1] & 0xff) == EOI;
		if (!isEnded) {
			marker(out, EOI);
		}
		return out.toByteArray();
	}

	/** Start of a file in JFIF, so that its colours are known to be YCbCr. */
	static void begin(ByteArrayOutputStream out) {
		marker(out, SOI);
		segment(out, APP0, JFIF);
	}

	/** The usual codes (T.81, K.3 to K.6), which cameras leave out. */
	static void codes(ByteArrayOutputStream out) {
		code(out, 0x00, JPEGHuffmanTable.StdDCLuminance);
		code(out, 0x10, JPEGHuffmanTable.StdACLuminance);
		code(out, 0x01, JPEGHuffmanTable.StdDCChrominance);
		code(out, 0x11, JPEGHuffmanTable.StdACChrominance);
	}

	private static void code(ByteArrayOutputStream out, int place, JPEGHuffmanTable table) {
		byte[] lengths = new byte[16];
		short[] counted = table.getLengths();
		for (int i = 0; i < counted.length; i++) {
			lengths[i] = (byte) counted[i];
		}
		short[] values = table.getValues();
		byte[] symbols = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			symbols[i] = (byte) values[i];
		}
		segment(out, DHT, new byte[] {(byte) place}, lengths, symbols);
	}

	private static byte[] octets(int... values) {
		byte[] octets = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			octets[i] = (byte) values[i];
		}
		return octets;
	}

	static void marker(ByteArrayOutputStream out, int code) {
		out.write(0xff);
		out.write(code);
	}

	private static void segment(ByteArrayOutputStream out, int code, byte[]... parts) {
		int length = 2;
		for (byte[] part : parts) {
			length += part.length;
		}
		marker(out, code);
		out.write(length >> 8);
		out.write(length);
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
	}
}
