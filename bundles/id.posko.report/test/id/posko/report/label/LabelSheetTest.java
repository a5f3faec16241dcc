package id.posko.report.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.posko.report.DocumentWriter;
import id.posko.report.Office;
import id.posko.report.Writing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The codes are read back by ZXing's reader, from the pictures and from printed pages. */
class LabelSheetTest {

	@TempDir
	private Path folder;

	private static List<Label> labels(int count) {
		return IntStream.rangeClosed(1, count).mapToObj(i -> new Label("UPS server " + i, "Kecamatan Contoh",
				new DeviceCode("99.01.%02d/UPS server %d".formatted(i % 100, i)))).toList();
	}

	private static String decoded(BufferedImage image) throws ReaderException {
		int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
				new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))), Map.of(DecodeHintType.TRY_HARDER, true))
				.getText();
	}

	private static String decoded(byte[] picture) throws IOException, ReaderException {
		return decoded(ImageIO.read(new ByteArrayInputStream(picture)));
	}

	private Path sheet(List<Label> labels) {
		Path file = folder.resolve("labels.docx");
		assertEquals(new Writing.Written(0), new DocumentWriter().write(file, LabelSheet.A4_3X8.document("Label", labels)));
		return file;
	}

	@Test
	void everyCodeIsReadFromItsPicture() throws IOException, ReaderException {
		List<Label> labels = labels(50);
		Set<String> read = new TreeSet<>();
		try (XWPFDocument word = new XWPFDocument(Files.newInputStream(sheet(labels)))) {
			for (var picture : word.getAllPictures()) {
				read.add(decoded(picture.getData()));
			}
			assertEquals(17, word.getTables().getFirst().getNumberOfRows());
		}
		assertEquals(new TreeSet<>(labels.stream().map(label -> label.code().text()).toList()), read);
	}

	@Test
	void oddNamesAreReadToo() throws IOException, ReaderException {
		for (String key : List.of("35.60.03/Modem", "99.01.02/Pemindai jari – kit 2 (é)", "99/" + "x".repeat(200))) {
			String text = new DeviceCode(key).text();
			assertEquals(text, decoded(QrPicture.png(text)));
		}
		assertThrows(IllegalArgumentException.class, () -> QrPicture.png("x".repeat(5000)));
	}

	@Test
	void aCodeIsReadWithAQuarterOfItsFaceSoiled() throws IOException, ReaderException {
		String text = new DeviceCode("35.60.03/Modem").text();
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPicture.png(text)));
		int side = image.getWidth();
		for (int y = side / 2; y < side / 2 + side / 5; y++) {
			for (int x = side / 2; x < side / 2 + side / 5; x++) {
				image.setRGB(x, y, 0xFF000000);
			}
		}
		assertEquals(text, decoded(image));
	}

	@Test
	void aPrintedPageHoldsTwentyFourReadableCodes() throws IOException, InterruptedException, ReaderException {
		Office office = new Office(folder);
		List<Label> labels = labels(48);
		Path pdf = office.convert(sheet(labels), "pdf");
		assertEquals(List.of("210 x 297", "210 x 297"), office.pages(pdf));
		List<String> read = new ArrayList<>();
		for (Path page : office.pictures(pdf, 300)) {
			BufferedImage image = ImageIO.read(page.toFile());
			int width = image.getWidth() / 3;
			int height = image.getHeight() / 8;
			for (int i = 0; i < 24; i++) {
				read.add(decoded(image.getSubimage(i % 3 * width, i / 3 * height, width, height)));
			}
		}
		assertEquals(labels.stream().map(label -> label.code().text()).toList(), read);
	}

	@Test
	void aCodeIsTypedWithOrWithoutItsScheme() {
		Optional<DeviceCode> modem = Optional.of(new DeviceCode("35.60.03/Modem"));
		assertEquals("posko:35.60.03/Modem", modem.orElseThrow().text());
		assertEquals(modem, DeviceCode.read("posko:35.60.03/Modem"));
		assertEquals(modem, DeviceCode.read(" POSKO: 35.60.03/Modem\n"));
		assertEquals(modem, DeviceCode.read("35.60.03/Modem"));
		assertEquals(Optional.empty(), DeviceCode.read("https://example.org"));
		assertEquals(Optional.empty(), DeviceCode.read("35.60.03"));
		assertEquals(Optional.empty(), DeviceCode.read(""));
	}
}
