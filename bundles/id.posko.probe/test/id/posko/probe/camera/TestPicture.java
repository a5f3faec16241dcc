package id.posko.probe.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as a camera makes them: baseline JPEG, 4:2:0, the usual tables and codes. */
public final class TestPicture {

	private static final String JPEG = "javax_imageio_jpeg_image_1.0";

	private TestPicture() {
	}

	/** A scene with the noise of a sensor: another one for each number. */
	public static BufferedImage scene(int width, int height, long number) {
		Random noise = new Random(number);
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int light = noise.nextInt(32);
				int red = x * 180 / width + y * 40 / height;
				image.setRGB(x, y, red + light << 16 | 220 - red + light << 8 | (x / 16 % 2 == 0 ? 80 : 160) + light);
			}
		}
		return image;
	}

	/** What a covered lens gives: the sensor's noise alone. */
	public static BufferedImage black(int width, int height, long number) {
		Random noise = new Random(number);
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, 0x010101 * noise.nextInt(6));
			}
		}
		return image;
	}

	/** @param restarts MCUs from one restart marker to the next; 0 without */
	public static byte[] jpeg(BufferedImage image, int percent, int restarts) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
			writer.setOutput(out);
			ImageWriteParam part = writer.getDefaultWriteParam();
			part.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			part.setCompressionQuality(percent / 100f);
			IIOMetadata notes = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), part);
			if (restarts > 0) {
				IIOMetadataNode root = (IIOMetadataNode) notes.getAsTree(JPEG);
				IIOMetadataNode interval = new IIOMetadataNode("dri");
				interval.setAttribute("interval", Integer.toString(restarts));
				root.getElementsByTagName("markerSequence").item(0).insertBefore(interval,
						root.getElementsByTagName("sof").item(0));
				notes.setFromTree(JPEG, root);
			}
			writer.write(null, new IIOImage(image, null, notes), part);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			writer.dispose();
		}
		return jpeg.toByteArray();
	}
}
