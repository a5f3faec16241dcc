package id.posko.sim;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What a simulated camera sees at a moment: the chair before the blue cloth of a recording room, the noise of a sensor,
 * and the time in the corner. Drawn point by point, for a console without a window has no fonts. Nobody sits there.
 */
final class CameraScene {

	static final int WIDTH = 480;
	static final int HEIGHT = 360;

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
			.withZone(ZoneId.systemDefault());
	private static final float QUALITY = 0.6f;
	private static final int NOISE = 14;
	/** The brightest point that a covered lens gives. */
	private static final int DARKEST = 6;
	private static final int DOT = 2;
	/** Digits, colon and dash: five rows of three points, each digit of octal one row. */
	private static final int[] GLYPHS = { 075557, 026227, 071747, 071717, 055711, 074717, 074757, 071222, 075757, 075717 };
	private static final int COLON = 002020;
	private static final int DASH = 000700;

	private final SplittableRandom noise;
	private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
	private final int[] row = new int[WIDTH];

	private CameraScene(Instant at) {
		noise = new SplittableRandom(at.toEpochMilli());
	}

	/** A baseline JPEG, 4:2:0: the same for the same moment only. */
	static byte[] jpeg(Instant at, boolean isCovered) {
		CameraScene scene = new CameraScene(at);
		if (isCovered) {
			scene.dark();
		} else {
			scene.room();
			scene.time(STAMP.format(at));
		}
		return scene.encoded();
	}

	private void dark() {
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				row[x] = 0x010101 * noise(DARKEST);
			}
			image.getRaster().setDataElements(0, y, WIDTH, 1, row);
		}
	}

	private void room() {
		for (int y = 0; y < HEIGHT; y++) {
			int above = 40 * (HEIGHT - y) / HEIGHT;
			for (int x = 0; x < WIDTH; x++) {
				int colour = isChair(x, y) ? 0x3a2c22 : y > HEIGHT - 50 ? 0x6b655c : 0x1d4fa8;
				row[x] = colour + 0x010101 * (above + noise(NOISE));
			}
			image.getRaster().setDataElements(0, y, WIDTH, 1, row);
		}
	}

	/** Back, seat and legs. */
	private static boolean isChair(int x, int y) {
		int fromMiddle = Math.abs(x - WIDTH / 2);
		boolean back = fromMiddle < 62 && y > 150 && y < 250 && !(fromMiddle < 50 && y > 164 && y < 200);
		boolean seat = fromMiddle < 74 && y >= 250 && y < 272;
		boolean leg = fromMiddle > 60 && fromMiddle < 72 && y >= 272 && y < 345;
		return back || seat || leg;
	}

	/** Less than that. */
	private int noise(int most) {
		return (noise.nextInt() & 0xffff) * most >> 16;
	}

	private void time(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			int glyph = Character.isDigit(c) ? GLYPHS[c - '0'] : c == ':' ? COLON : c == '-' ? DASH : 0;
			for (int bit = 0; bit < 15; bit++) {
				if ((glyph >> 14 - bit & 1) != 0) {
					dot(12 + (i * 4 + bit % 3) * DOT, 12 + bit / 3 * DOT);
				}
			}
		}
	}

	private void dot(int left, int top) {
		for (int y = top; y < top + DOT; y++) {
			for (int x = left; x < left + DOT; x++) {
				image.setRGB(x, y, 0xffffff);
			}
		}
	}

	private byte[] encoded() {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
			writer.setOutput(out);
			ImageWriteParam part = writer.getDefaultWriteParam();
			part.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			part.setCompressionQuality(QUALITY);
			writer.write(null, new IIOImage(image, null, null), part);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			writer.dispose();
		}
		return jpeg.toByteArray();
	}
}
