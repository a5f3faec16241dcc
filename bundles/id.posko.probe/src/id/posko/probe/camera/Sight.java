package id.posko.probe.camera;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What a picture shows.
 *
 * @param jpeg the picture to keep: of at most {@link #MOST_OCTETS} and {@link #LONGEST_SIDE}
 * @param dark brightness (0 to 255) that all but the darkest few points have; {@code bright}: that only the brightest
 *        few exceed
 */
record Sight(byte[] jpeg, int dark, int bright) {

	static final int MOST_OCTETS = 512 << 10;
	/** In pixels. */
	static final int LONGEST_SIDE = 1920;
	/** In brightness from 0 to 255: less between dark and bright is a covered lens or a dead sensor. */
	private static final int LEAST_SPREAD = 12;
	private static final int BLACK = 24;
	/** Points that may be any brighter or darker: lamps of devices, lines of text. */
	private static final double FEW = 0.002;
	private static final int POINTS_A_SIDE = 320;
	/** What libjpeg warns of when it had to invent parts of the picture. */
	private static final Pattern INVENTED = Pattern.compile("(?i).*(premature end|bad huffman|found marker|bogus).*");
	/** A picture under way takes some 50 MB. */
	private static final Semaphore AT_ONCE = new Semaphore(2);

	/** Covered, dark, or without any signal. */
	boolean isBlank() {
		return bright < BLACK || bright - dark < LEAST_SPREAD;
	}

	/** @throws CameraFault if it can not be decoded, with the reason */
	static Sight of(JpegFile file) throws CameraFault, InterruptedException {
		AT_ONCE.acquire();
		try {
			BufferedImage image = decode(file);
			int[] counts = brightness(image.getRaster());
			byte[] kept = file.octets().length <= MOST_OCTETS && Math.max(file.width(), file.height()) <= LONGEST_SIDE
					? file.octets() : smaller(image);
			return new Sight(kept, from(counts, false), from(counts, true));
		} catch (CameraFault e) {
			throw e;
		} catch (IOException e) {
			throw new CameraFault("camera_picture_damaged", CameraFault.excerpt(String.valueOf(e.getMessage())));
		} finally {
			AT_ONCE.release();
		}
	}

	private static BufferedImage decode(JpegFile file) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
		try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.octets()))) {
			StringBuilder warnings = new StringBuilder();
			reader.addIIOReadWarningListener((_, warning) -> warnings.append(warnings.length() < 1000 ? warning : ""));
			reader.setInput(in, true, true);
			ImageReadParam part = reader.getDefaultReadParam();
			int step = Math.ceilDiv(Math.max(file.width(), file.height()), LONGEST_SIDE);
			part.setSourceSubsampling(step, step, 0, 0);
			BufferedImage image = reader.read(0, part);
			if (INVENTED.matcher(warnings).matches()) {
				throw new CameraFault("camera_picture_damaged", CameraFault.excerpt(warnings.toString()));
			}
			return image;
		} finally {
			reader.dispose();
		}
	}

	/** How many points of a grid have each brightness (ITU-R BT.601). */
	private static int[] brightness(Raster raster) {
		int[] counts = new int[256];
		int[] bands = new int[raster.getNumBands()];
		int step = Math.max(1, Math.ceilDiv(Math.max(raster.getWidth(), raster.getHeight()), POINTS_A_SIDE));
		for (int y = 0; y < raster.getHeight(); y += step) {
			for (int x = 0; x < raster.getWidth(); x += step) {
				raster.getPixel(x, y, bands);
				counts[bands.length < 3 ? bands[0] : (299 * bands[0] + 587 * bands[1] + 114 * bands[2]) / 1000]++;
			}
		}
		return counts;
	}

	private static int from(int[] counts, boolean isBright) {
		int all = 0;
		for (int count : counts) {
			all += count;
		}
		double left = all * FEW;
		int level = isBright ? 255 : 0;
		while (level != (isBright ? 0 : 255) && (left -= counts[level]) >= 0) {
			level += isBright ? -1 : 1;
		}
		return level;
	}

	private static byte[] smaller(BufferedImage image) throws IOException {
		byte[] jpeg = encode(image, 1);
		for (int step = 2; jpeg.length > MOST_OCTETS && step <= 16; step *= 2) {
			jpeg = encode(image, step);
		}
		return jpeg;
	}

	/** Each {@code step}th point of it. */
	private static byte[] encode(BufferedImage image, int step) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
			writer.setOutput(out);
			ImageWriteParam part = writer.getDefaultWriteParam();
			part.setSourceSubsampling(step, step, 0, 0);
			part.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			part.setCompressionQuality(0.75f);
			writer.write(null, new IIOImage(image, null, null), part);
		} finally {
			writer.dispose();
		}
		return jpeg.toByteArray();
	}
}
