package id.posko.report.label;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A QR code (ISO/IEC 18004) as a black and white PNG (ISO/IEC 15948) with its quiet zone of four modules. Error
 * correction of level Q: a quarter of it may be scratched or dirty.
 */
final class QrPicture {

	private static final int QUIET = 4;
	/** Sharp at 300 dpi on a label. */
	private static final int PIXELS_OF_MODULE = 12;

	private QrPicture() {
	}

	/** @throws IllegalArgumentException if the text is longer than a code can hold */
	static byte[] png(String text) {
		boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
		try {
			return png(Encoder.encode(text, ErrorCorrectionLevel.Q,
					isAscii ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix());
		} catch (WriterException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static byte[] png(ByteMatrix modules) {
		int side = (modules.getWidth() + 2 * QUIET) * PIXELS_OF_MODULE;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
		// One bit of grey a pixel, no interlace.
		chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] {1, 0, 0, 0, 0}).array());
		chunk(out, "IDAT", deflated(lines(modules, side)));
		chunk(out, "IEND", new byte[0]);
		return out.toByteArray();
	}

	/** Each line: filter 0, then eight pixels a byte, white being 1. */
	private static byte[] lines(ByteMatrix modules, int side) {
		int stride = 1 + (side + 7) / 8;
		byte[] lines = new byte[stride * side];
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				if (!isDark(modules, x / PIXELS_OF_MODULE - QUIET, y / PIXELS_OF_MODULE - QUIET)) {
					lines[y * stride + 1 + x / 8] |= (byte) (0x80 >> x % 8);
				}
			}
		}
		return lines;
	}

	private static boolean isDark(ByteMatrix modules, int x, int y) {
		return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
	}

	private static byte[] deflated(byte[] bytes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] some = new byte[4096];
		try (Deflater deflater = new Deflater()) {
			deflater.setInput(bytes);
			deflater.finish();
			while (!deflater.finished()) {
				out.write(some, 0, deflater.deflate(some));
			}
		}
		return out.toByteArray();
	}

	private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
		ByteBuffer named = ByteBuffer.allocate(4 + data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
		CRC32 sum = new CRC32();
		sum.update(named.array());
		out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
		out.writeBytes(named.array());
		out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
	}
}
