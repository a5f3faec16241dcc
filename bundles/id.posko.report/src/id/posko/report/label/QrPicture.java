package id.posko.report.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A QR code (ISO/IEC 18004) as a black and white PNG with its quiet zone of four modules. Error correction of level Q: a
 * quarter of it may be scratched or dirty.
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
		BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				boolean isDark = modules.get(x / PIXELS_OF_MODULE, y / PIXELS_OF_MODULE);
				image.getRaster().setSample(x, y, 0, isDark ? 0 : 1);
			}
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageIO.write(image, "png", out);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
