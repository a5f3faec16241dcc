package id.posko.report.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
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
		Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
		hints.put(EncodeHintType.ERROR_CORRECTION, "Q");
		hints.put(EncodeHintType.MARGIN, QUIET);
		if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
			hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
		}
		try {
			return png(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
		} catch (WriterException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** @param modules one a bit, with the quiet zone */
	private static byte[] png(BitMatrix modules) {
		int side = modules.getWidth() * PIXELS_OF_MODULE;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
		// One bit of grey a pixel, no interlace.
		chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] {1, 0, 0, 0, 0}).array());
		chunk(out, "IDAT", deflated(lines(modules, side)));
		chunk(out, "IEND", new byte[0]);
		return out.toByteArray();
	}

	/** Each line: filter 0, then eight pixels a byte, white being 1. */
	private static byte[] lines(BitMatrix modules, int side) {
		int stride = 1 + (side + 7) / 8;
		byte[] lines = new byte[stride * side];
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				if (!modules.get(x / PIXELS_OF_MODULE, y / PIXELS_OF_MODULE)) {
					lines[y * stride + 1 + x / 8] |= (byte) (0x80 >> x % 8);
				}
			}
		}
		return lines;
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
