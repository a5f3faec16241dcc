package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.report.label.Label;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of labels; each code is decoded by ZXing's reader and looked up as a scanner would have typed it. */
class DeviceLabelsTest {

	private static final RegionCode PANGGUL = new RegionCode("35.03.01");

	@TempDir
	private Path folder;
	private Somebody office;
	private DeviceLabels labels;

	@BeforeEach
	void open() {
		office = new Somebody(folder);
		labels = new DeviceLabels(office.acts);
	}

	private static Device device(String name, DeviceKind kind, int kit) {
		return new Device(new DeviceKey(PANGGUL, name), kind, Optional.empty(), "", "", kit, Optional.empty(), "");
	}

	private static Fleet twoKits() {
		return new Fleet(List.of(new Site(PANGGUL, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
				List.of(device("Modem", DeviceKind.MODEM, 0), device("AFIS – é", DeviceKind.AFIS_SERVER, 1),
						device("PC 1", DeviceKind.CLIENT_PC, 1), device("PC 2", DeviceKind.CLIENT_PC, 2),
						device("Iris", DeviceKind.IRIS_SCANNER, 2)));
	}

	private static List<String> decoded(Path file) throws IOException, ReaderException {
		List<String> all = new ArrayList<>();
		try (XWPFDocument word = new XWPFDocument(Files.newInputStream(file))) {
			for (var picture : word.getAllPictures()) {
				BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.getData()));
				int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
				all.add(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
						new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)))).getText());
			}
		}
		return all;
	}

	@Test
	void aPrintedLabelOpensItsDevice() throws IOException, ReaderException {
		Fleet fleet = twoKits();
		Path file = folder.resolve("label.docx");
		assertEquals(new Export.Written(5, List.of()),
				labels.devices(Somebody.ADB, file, fleet, fleet.devices(), Words.INDONESIAN));
		List<Device> opened = new ArrayList<>();
		for (String code : decoded(file)) {
			opened.add(assertInstanceOf(ByCode.Found.class, ByCode.of(fleet, code), code).device());
		}
		assertEquals(List.copyOf(fleet.devices()), opened.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList());
		assertEquals("labels made", office.entries().getLast().act());
		assertEquals(5, office.entries().getLast().count());
	}

	@Test
	void aKitsLabelOpensItsServerOrElseItsPc() throws IOException, ReaderException {
		Fleet fleet = twoKits();
		Path file = folder.resolve("kit.docx");
		assertEquals(new Export.Written(2, List.of()),
				labels.kits(Somebody.ADB, file, fleet, fleet.sites(), Words.INDONESIAN));
		assertEquals(List.of("posko:35.03.01/AFIS – é", "posko:35.03.01/PC 2"), decoded(file));
		assertEquals(List.of("Kit perekaman 1", "Kit perekaman 2"),
				DeviceLabels.ofKits(fleet, fleet.sites(), Words.INDONESIAN).stream().map(Label::device).toList());
	}

	@Test
	void anOfficeWithoutKitNumbersHasOneKitAndOneWithoutComputersNone() {
		Fleet one = new Fleet(twoKits().sites(), List.of(device("PC", DeviceKind.CLIENT_PC, 0)));
		assertEquals(List.of("Kit perekaman"),
				DeviceLabels.ofKits(one, one.sites(), Words.INDONESIAN).stream().map(Label::device).toList());
		Fleet none = new Fleet(twoKits().sites(), List.of(device("Modem", DeviceKind.MODEM, 0)));
		Path file = folder.resolve("kit.docx");
		assertInstanceOf(Export.Refused.class, labels.kits(Somebody.ADB, file, none, none.sites(), Words.INDONESIAN));
		assertFalse(Files.exists(file));
	}

	@Test
	void onlyWhoMayTakesThemOutAndOnlyAsADocument() {
		Fleet fleet = twoKits();
		assertThrows(NotPermitted.class, () -> labels.devices(Somebody.of(Role.OPERATOR_BIOMETRIK, Optional.empty()),
				folder.resolve("a.docx"), fleet, fleet.devices(), Words.INDONESIAN));
		assertThrows(NotPermitted.class, () -> labels.kits(Somebody.of(Role.ADB, Optional.of(new RegionCode("35.03.02"))),
				folder.resolve("a.docx"), fleet, fleet.sites(), Words.INDONESIAN));
		for (String name : List.of("a.xlsx", "a", "a.doc")) {
			assertInstanceOf(Export.Refused.class,
					labels.devices(Somebody.ADB, folder.resolve(name), fleet, fleet.devices(), Words.INDONESIAN));
			assertFalse(Files.exists(folder.resolve(name)));
		}
		assertInstanceOf(Export.Refused.class, labels.devices(Somebody.ADB, folder.resolve("nowhere").resolve("a.docx"), fleet,
				fleet.devices(), Words.INDONESIAN));
	}
}
