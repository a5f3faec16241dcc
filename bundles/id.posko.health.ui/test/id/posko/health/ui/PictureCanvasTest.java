package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;

class PictureCanvasTest {

	private static byte[] jpeg() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
		return out.toByteArray();
	}

	private static Optional<Point> size(byte[] file) {
		return PictureCanvas.decoded(file).map(data -> new Point(data.width, data.height));
	}

	@Test
	void aPictureIsDecodedWithoutADisplay() throws IOException {
		assertEquals(Optional.of(new Point(64, 48)), size(jpeg()));
	}

	@Test
	void whatIsNoPictureIsNotShownAndNeverAMistake() throws IOException {
		byte[] whole = jpeg();
		assertEquals(Optional.empty(), size(new byte[0]));
		assertEquals(Optional.empty(), size("no picture".getBytes()));
		Random random = new Random(7);
		for (int i = 0; i < 300; i++) {
			byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
			for (int k = 0; k < 4; k++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			size(damaged);
		}
	}
}
