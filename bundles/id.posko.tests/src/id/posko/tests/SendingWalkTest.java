package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Through the sending of one office of the sample kabupaten: the SOP as one action, and the counter by hand. */
@ExtendWith(OneConsole.class)
class SendingWalkTest {

	@TempDir
	Path folder;

	private static Hands atOffice(RunningConsole console, String office) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.send");
		hands.press("rail.id.posko.health.ui.send");
		hands.await("sending.filter");
		hands.type("sending.filter", "");
		console.until(() -> hands.read("sending.count").matches("[1-9]\\d* baris"));
		hands.type("sending.filter", office);
		hands.awaitText("sending.count", "1 dari");
		hands.down("sending.filter");
		return hands;
	}

	@Test
	void theSopIsRunAndItsResultKept(RunningConsole console) {
		Hands hands = atOffice(console, "rejosari");
		hands.awaitText("sop.small", "Kecamatan Rejosari");
		console.until(() -> hands.isEnabled("sop.run"));
		hands.press("sop.run");
		hands.awaitText("sop.sentence", "Memeriksa");
		console.screenshot("sop-running");
		hands.awaitText("sop.sentence", "Kecamatan Rejosari");
		hands.awaitText("sop.step1.way", "Server AFIS → Modem");
		hands.awaitText("sop.step2.said", "Terhubung");
		hands.awaitText("sop.step3.way", "PC klien 1 → Server AFIS");
		hands.awaitText("sop.step5.said", "Angka");
		hands.awaitText("sop.results.count", "1 ");
		console.screenshot("sop");
		hands.choose("Tampilan", "Gelap");
		console.screenshot("sop-dark");
		hands.choose("Tampilan", "Terang");

		hands.type("sending.filter", "");
	}

	@Test
	void aRunThatTakesLongIsStopped(RunningConsole console) {
		Hands hands = atOffice(console, "sumberjati");
		hands.awaitText("sop.small", "Kecamatan Sumberjati");
		console.until(() -> hands.isEnabled("sop.run"));
		hands.press("sop.run");
		hands.awaitText("sop.sentence", "Memeriksa");
		hands.press("sop.stop");
		hands.awaitText("toast.text", "SOP dihentikan");
		hands.awaitText("sop.sentence", "belum pernah dijalankan");
		hands.type("sending.filter", "");
	}

	@Test
	void aPersonsTwoReadingsKeepTheirGapAndAreTakenBack(RunningConsole console) throws IOException {
		Hands hands = atOffice(console, "bumiharjo");
		hands.openTab("Pencacah NID");
		hands.awaitText("counter.small", "Kecamatan Bumiharjo");
		hands.awaitText("counter.sums", "data terkirim");
		console.screenshot("counter");
		hands.press("counter.note");
		hands.await("counter.sheet.value");
		hands.type("counter.sheet.value", "banyak");
		hands.press("counter.sheet.ok");
		hands.awaitText("counter.sheet.complaint", "\"banyak\" bukan angka");
		hands.type("counter.sheet.value", "0");
		hands.press("counter.sheet.ok");
		hands.awaitText("ask.sentence", "lebih kecil dari");
		hands.press("ask.cancel");
		hands.type("counter.sheet.value", "999999");
		hands.drop("counter.sheet", Files.writeString(folder.resolve("bukan foto.jpg"), "MZ"));
		hands.press("counter.sheet.ok");
		hands.awaitText("counter.sheet.complaint", "bukan foto JPEG atau PNG");
		hands.drop("counter.sheet", console.screenshot("counter-sheet"));
		hands.press("counter.sheet.ok");
		hands.awaitText("counter.sheet.state", "Angka kedua dapat dicatat");
		assertFalse(hands.isEnabled("counter.sheet.ok"));
		console.screenshot("counter-countdown");
		hands.press("counter.sheet.cancel");
		hands.awaitText("toast.text", "999.999 dicatat");
		hands.type("counter.readings.filter", "999.999");
		hands.awaitText("counter.readings.count", "1 dari");
		hands.down("counter.readings.filter");
		console.until(() -> hands.isSeen("counter.picture"));
		console.screenshot("counter-photo");
		assertTrue(hands.isSeen("counter.undo"));
		hands.press("counter.undo");
		hands.awaitText("toast.text", "999.999 dibatalkan");
		console.until(() -> !hands.isSeen("counter.undo"));
		hands.type("counter.readings.filter", "");
		hands.openTab("SOP kirim online");
		hands.type("sending.filter", "");
	}
}
