package id.posko.probe.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** Files that are pictures, that are none, and what they show. */
class SightTest {

	private static Sight sight(BufferedImage image) throws Exception {
		return Sight.of(JpegFile.of(TestPicture.jpeg(image, 60, 0)));
	}

	private static BufferedImage plain(int rgb) {
		BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
		Arrays.fill(((java.awt.image.DataBufferInt) image.getRaster().getDataBuffer()).getData(), rgb);
		return image;
	}

	private static String why(byte[] file) {
		CameraFault fault = assertThrows(CameraFault.class, () -> Sight.of(JpegFile.of(file)));
		return fault.why().code() + " " + String.join(" ", fault.why().arguments());
	}

	@Test
	void blackAndBlankPicturesAreTold() throws Exception {
		assertTrue(sight(TestPicture.black(320, 240, 1)).isBlank());
		assertTrue(sight(plain(0)).isBlank());
		assertTrue(sight(plain(0x2020c0)).isBlank(), "the blue of no signal");
		assertTrue(sight(plain(0xffffff)).isBlank());
		assertFalse(sight(TestPicture.scene(320, 240, 1)).isBlank());
	}

	@Test
	void aDarkRoomWithOneLampIsSeen() throws Exception {
		BufferedImage room = plain(0x080808);
		var pen = room.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillRect(40, 40, 24, 24);
		pen.dispose();
		assertFalse(sight(room).isBlank());
		BufferedImage led = plain(0x080808);
		led.setRGB(40, 40, 0xffffff);
		assertTrue(sight(led).isBlank());
	}

	@Test
	void greyPicturesKeepTheirBrightness() throws Exception {
		BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 64 * 64; i++) {
			grey.getRaster().setSample(i % 64, i / 64, 0, i % 64 < 32 ? 40 : 140);
		}
		Sight sight = sight(grey);
		assertEquals(40, sight.dark(), 3);
		assertEquals(140, sight.bright(), 3);
	}

	@Test
	void whatIsKeptIsBounded() throws Exception {
		byte[] small = TestPicture.jpeg(TestPicture.scene(640, 480, 1), 60, 0);
		JpegFile file = JpegFile.of(small);
		assertSame(file.octets(), Sight.of(file).jpeg());
		BufferedImage noise = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
		Random dice = new Random(1);
		for (int i = 0; i < 4000 * 3000; i++) {
			noise.setRGB(i % 4000, i / 4000, dice.nextInt());
		}
		byte[] large = TestPicture.jpeg(noise, 30, 0);
		assertTrue(large.length > Sight.MOST_OCTETS, large.length + " octets");
		byte[] kept = Sight.of(JpegFile.of(large)).jpeg();
		assertTrue(kept.length <= Sight.MOST_OCTETS, kept.length + " octets");
		JpegFile again = JpegFile.of(kept);
		assertTrue(again.width() <= Sight.LONGEST_SIDE && again.width() > 300, again.width() + " wide");
		assertEquals(4 / 3d, again.width() / (double) again.height(), 0.02);
	}

	@Test
	void notesAndThumbnailsAreLeftOutAndDoNotCount() throws Exception {
		byte[] plain = TestPicture.jpeg(TestPicture.scene(64, 48, 1), 60, 0);
		ByteArrayOutputStream noted = new ByteArrayOutputStream();
		noted.write(plain, 0, 2);
		noted.writeBytes(new byte[] {-1, (byte) 0xe1, 0, 8, 'E', 'x', 'i', 'f', 0, 0, -1, (byte) 0xfe, 0, 5, 'G', 'P', 'S'});
		noted.write(plain, 2, plain.length - 2);
		JpegFile file = JpegFile.of(noted.toByteArray());
		assertEquals(JpegFile.of(plain).print(), file.print());
		assertArrayEquals(JpegFile.of(plain).octets(), file.octets());
		assertFalse(new String(file.octets(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("GPS"));
		assertNotEquals(file.print(), JpegFile.of(TestPicture.jpeg(TestPicture.scene(64, 48, 2), 60, 0)).print());
	}

	@Test
	void missingCodesAreTheUsualOnes() throws Exception {
		byte[] whole = TestPicture.jpeg(TestPicture.scene(64, 48, 1), 60, 0);
		ByteArrayOutputStream without = new ByteArrayOutputStream();
		without.write(whole, 0, 2);
		int at = 2;
		while ((whole[at + 1] & 0xff) != JpegParts.SOS) {
			int length = 2 + ((whole[at + 2] & 0xff) << 8 | whole[at + 3] & 0xff);
			if ((whole[at + 1] & 0xff) != JpegParts.DHT) {
				without.write(whole, at, length);
			}
			at += length;
		}
		without.write(whole, at, whole.length - at);
		assertTrue(without.size() < whole.length - 400);
		assertArrayEquals(CameraCheckTest.pixels(whole),
				CameraCheckTest.pixels(Sight.of(JpegFile.of(without.toByteArray())).jpeg()));
	}

	@Test
	void progressivePicturesAreRead() throws Exception {
		var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		try (var out = new MemoryCacheImageOutputStream(jpeg)) {
			writer.setOutput(out);
			ImageWriteParam part = writer.getDefaultWriteParam();
			part.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			writer.write(null, new IIOImage(TestPicture.scene(320, 240, 1), null, null), part);
		}
		assertFalse(Sight.of(JpegFile.of(jpeg.toByteArray())).isBlank());
		byte[] scan = scan(jpeg.toByteArray());
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		bomb.write(jpeg.toByteArray(), 0, jpeg.size() - 2);
		for (int i = 0; i < 100; i++) {
			bomb.writeBytes(scan);
		}
		bomb.writeBytes(new byte[] {-1, (byte) 0xd9});
		assertEquals("camera_picture_damaged SOS 33", why(bomb.toByteArray()));
	}

	private static byte[] scan(byte[] jpeg) {
		int from = 0;
		for (int i = 0; i + 1 < jpeg.length; i++) {
			if (jpeg[i] == -1 && (jpeg[i + 1] & 0xff) == JpegParts.SOS) {
				from = i;
			}
		}
		return Arrays.copyOfRange(jpeg, from, jpeg.length - 2);
	}

	@ParameterizedTest
	@ValueSource(ints = {0, 1, 2, 3, 10, 100, 600, 1500, 2500})
	void aCutFileIsDamaged(int length) {
		assertTrue(why(Arrays.copyOf(Transcript.JPEG, length)).startsWith("camera_picture_damaged "));
	}

	@Test
	void aPictureThatWouldFillTheMemoryIsNotDecoded() {
		byte[] vast = Transcript.JPEG.clone();
		int frame = 0;
		while (vast[frame] != -1 || (vast[frame + 1] & 0xff) != 0xc0) {
			frame++;
		}
		Arrays.fill(vast, frame + 5, frame + 9, (byte) 0xff);
		assertEquals("camera_picture_large 65535 65535", why(vast));
		Arrays.fill(vast, frame + 5, frame + 9, (byte) 0);
		assertTrue(why(vast).startsWith("camera_picture_damaged 0×0"));
	}

	@Test
	void inventedPartsAreDamage() {
		byte[] half = Transcript.JPEG.clone();
		byte[] noise = new byte[half.length / 2];
		new Random(3).nextBytes(noise);
		for (int i = 0; i < noise.length; i++) {
			half[half.length - 2 - noise.length + i] = noise[i] == -1 ? 0 : noise[i];
		}
		assertTrue(why(half).startsWith("camera_picture_damaged "), why(half));
	}

	@Test
	void restartsAreInTheTestsPictures() {
		byte[] jpeg = TestPicture.jpeg(TestPicture.scene(64, 48, 1), 60, 4);
		assertEquals(0x40 | 1, RtpPackets.of(jpeg, 60, 500, 1).getFirst()[16]);
	}

	@Test
	void equalPicturesFreezeAfterSomeTime() {
		Watch watch = new Watch();
		DeviceKey one = new DeviceKey(new RegionCode("35.03.01"), "one");
		DeviceKey two = new DeviceKey(new RegionCode("35.03.01"), "two");
		Instant start = Instant.parse("2026-11-21T02:00:00Z");
		assertEquals(Optional.empty(), watch.tick(one, "a", start));
		assertEquals(Optional.empty(), watch.tick(two, "a", start.plusSeconds(60)));
		assertEquals(Optional.empty(), watch.tick(one, "a", start.plusSeconds(4)));
		assertEquals(Optional.of(start), watch.tick(one, "a", start.plusSeconds(5)));
		assertEquals(Optional.of(start), watch.tick(one, "a", start.plus(Duration.ofDays(2))));
		assertEquals(Optional.empty(), watch.tick(one, "b", start.plus(Duration.ofDays(3))));
		assertEquals(Optional.empty(), watch.tick(one, "a", start.plus(Duration.ofDays(4))));
	}
}
