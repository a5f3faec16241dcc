package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Through the list of offices and devices: by file and by hand, and back. */
@ExtendWith(OneConsole.class)
class InventoryWalkTest {

	private static final String HEADINGS = "kode_wilayah;nama_kantor;jenis_kantor;jenis_jalur;jenis;nama_alat;alamat\n";

	@TempDir
	private Path folder;

	@Test
	void aListIsImportedTakenBackAndAnOfficeAdded(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.inventory.ui.list");
		hands.press("rail.id.posko.inventory.ui.list");
		hands.awaitText("list.devices.count", "170 baris");
		console.screenshot("inventory");

		importFile(console, "wrong.csv", HEADINGS
				+ "35.60.01;Kecamatan Banyuurip;KECAMATAN;FIBRE;MODEM;Modem;127.60.1.999\n"
				+ "35.60.01;Kecamatan Banyuurip;KECAMATAN;FIBRE;PRINTER;Printer cadangan;127.60.1.61\n");
		hands.awaitText("import.summary", "kesalahan");
		assertFalse(hands.isEnabled("import.ok"), "a list with a wrong row can not be applied");
		console.screenshot("inventory-import-wrong");
		hands.press("import.cancel");

		importFile(console, "right.csv", HEADINGS
				+ "35.60.01;Kecamatan Banyuurip;KECAMATAN;FIBRE;PRINTER;Printer cadangan;127.60.1.61\n");
		hands.awaitText("import.summary", "1 alat baru");
		assertTrue(hands.isEnabled("import.ok"));
		hands.press("import.ok");
		hands.awaitText("list.devices.count", "171 baris");
		hands.press("toast.action");
		hands.awaitText("list.devices.count", "170 baris");

		hands.press("list.add.site");
		hands.await("site.code");
		hands.press("site.ok");
		assertTrue(hands.isThere("site.code"), "an office without a code is refused");
		hands.type("site.code", "35.60.88");
		hands.type("site.name", "Kecamatan Percobaan");
		console.screenshot("inventory-site");
		hands.press("site.ok");
		console.until(() -> !hands.isThere("site.code"));
		hands.awaitText("list.sites.count", "17 baris");
		hands.type("list.sites.filter", "percobaan");
		hands.awaitText("list.sites.count", "1 dari 17");
		hands.down("list.sites.filter");
		console.until(() -> hands.isSeen("list.devices.empty"));
		assertFalse(hands.isThere("list.devices.empty.step"), "there is no filter to clear");
		hands.type("list.sites.filter", "");
		run(console, "id.posko.inventory.ui.undo", Map.of());
		hands.awaitText("list.sites.count", "16 baris");
	}

	private void importFile(RunningConsole console, String name, String text) throws IOException {
		Path file = Files.writeString(folder.resolve(name), text);
		run(console, "id.posko.inventory.ui.import", Map.of("id.posko.inventory.ui.import.file", file.toString()));
	}

	@Test
	void aDroppedFileIsPlannedAndAFaultIsReadInFull(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.inventory.ui.list");
		hands.press("rail.id.posko.inventory.ui.list");
		hands.awaitText("list.devices.count", "170 baris");
		hands.drop("list.drop", Files.writeString(folder.resolve("faks.csv"), HEADINGS
				+ "35.60.02;Kecamatan Bumiharjo;KECAMATAN;FIBRE;FAX;Faks;127.60.2.62\n"));
		hands.awaitText("import.remark", "\"FAX\" bukan jenis alat");
		assertTrue(hands.read("import.remark").contains("PRINTER"), "all kinds are named");
		hands.press("import.cancel");

		hands.drop("list.drop", Files.writeString(folder.resolve("drop.csv"), HEADINGS
				+ "35.60.02;Kecamatan Bumiharjo;KECAMATAN;FIBRE;MODEM;Modem;127.60.2.99\n"));
		hands.awaitText("import.summary", "1 alat berubah. ");
		assertFalse(hands.read("import.summary").contains("0 "), "only what changes is counted");
		console.screenshot("inventory-import-changed");
		hands.press("import.cancel");
		console.until(() -> !hands.isThere("import.summary"));
	}

	@Test
	void aRangeIsSearchedAndWhatAnswersIsAddedByAClickAndTakenBack(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.inventory.ui.list");
		hands.choose("Daftar", "Cari alat di jaringan");
		hands.await("discover.range");
		hands.awaitText("discover.said", "Tidak ada login");
		console.screenshot("discover-empty");
		range(console, "8.8.8.0/24");
		hands.press("discover.start");
		hands.awaitText("discover.said", "alamat publik");

		range(console, "127.60.1.8/29");
		hands.press("discover.start");
		hands.awaitText("discover.said", "1 dari 6 alamat menjawab");
		console.screenshot("discover-known");
		hands.awaitText("discover.count", "1 baris");
		assertFalse(hands.isEnabled("discover.add"), "nothing is chosen");

		range(console, "127.61.9.0/30");
		hands.press("discover.start");
		hands.awaitText("discover.said", "2 dari 2 alamat menjawab");
		hands.awaitText("discover.count", "2 baris");
		hands.type("discover.filter", "127.61.9.1");
		hands.awaitText("discover.count", "1 dari 2");
		hands.down("discover.filter");
		console.until(() -> hands.isEnabled("discover.add"));
		hands.press("discover.add");
		hands.await("found.site");
		hands.press("found.ok");
		hands.await("device.name");
		console.screenshot("discover-add");
		hands.press("device.ok");
		console.until(() -> !hands.isThere("device.name"));
		hands.openTab("Alat");
		hands.awaitText("list.devices.count", "171 baris");
		hands.press("toast.action");
		hands.awaitText("list.devices.count", "170 baris");
	}

	private static void range(RunningConsole console, String text) {
		console.ui(() -> {
			((Combo) console.find("discover.range").orElseThrow()).setText(text);
			return null;
		});
	}

	private static void run(RunningConsole console, String command, Map<String, Object> parameters) {
		console.ui(() -> console.value(EHandlerService.class)
				.executeHandler(console.value(ECommandService.class).createCommand(command, parameters)));
	}
}
