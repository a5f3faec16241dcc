package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fault switched on in the demo's menu is seen on the board, and is gone when it is switched off. */
@ExtendWith(OneConsole.class)
class SimWalkTest {

	@Test
	void aFaultIsSwitchedOnAndOff(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.pick("sites.tree", "Semua kantor");
		hands.openTab("Ringkasan");
		choose(hands, "wanasari afis");
		hands.awaitText("summary.name", "Server AFIS");
		hands.awaitText("summary.state", "Normal sejak");
		hands.choose("Simulasi", "Kecamatan Wanasari", "Server AFIS", "Server AFIS mati");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("summary.state", "Mati sejak");
		hands.awaitText("toast.text", "Server AFIS Kecamatan Wanasari");
		Rectangle said = hands.place("toast");
		for (String read : List.of("summary.facts", "summary.chart", "summary.turns", "board.table", "sites.tree")) {
			assertFalse(hands.place(read).intersects(said), "news lie over " + read);
		}
		console.screenshot("sim-fault");
		choose(hands, "wanasari modem");
		hands.awaitText("summary.name", "Modem");
		hands.press("rail.id.posko.app.home");
		hands.press("toast.action");
		hands.awaitText("summary.name", "Server AFIS");
		console.until(() -> hands.isSeen("summary.name"));
		hands.choose("Simulasi", "Kecamatan Wanasari", "Server AFIS", "Server AFIS mati");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("summary.state", "Normal sejak");
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
	}

	@Test
	void aWebsiteThatShowsNoPageIsDown(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.pick("sites.tree", "Semua kantor");
		hands.openTab("Ringkasan");
		choose(hands, "layanan daring");
		hands.awaitText("summary.name", "Layanan daring");
		hands.awaitText("summary.state", "Normal sejak");
		hands.openTab("Hasil ukur");
		console.until(() -> hands.isSeen("readings.table"));
		hands.choose("Simulasi", "Dinas Dukcapil", "Situs web", "Sertifikat situs web habis");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("toast.text", "Layanan daring");
		console.screenshot("sim-website");
		hands.openTab("Ringkasan");
		hands.awaitText("summary.state", "Mati sejak");
		hands.awaitText("summary.cause", "Sertifikat situs sudah habis pada");
		console.screenshot("sim-website-down");
		hands.choose("Simulasi", "Dinas Dukcapil", "Situs web", "Sertifikat situs web habis");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("summary.state", "Normal sejak");
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
	}

	@Test
	void anUnpluggedScannerMakesTheKitNotReadyAndTheCameraShowsItsPicture(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.pick("sites.tree", "Semua kantor");
		hands.openTab("Ringkasan");
		choose(hands, "watugede jari");
		hands.awaitText("summary.state", "Normal sejak");
		hands.choose("Simulasi", "Kecamatan Watugede", "PC klien dan alatnya", "Pemindai jari tercabut");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("summary.state", "Mati sejak");
		hands.openTab("Kit rekam");
		hands.awaitText("kit.sentence", "Pemindai jari 1: Tidak tercolok di PC klien 1");
		console.screenshot("sim-unplugged");
		hands.choose("Simulasi", "Kecamatan Watugede", "PC klien dan alatnya", "Pemindai jari tercabut");
		hands.choose("Pantau", "Periksa sekarang");
		hands.openTab("Ringkasan");
		hands.awaitText("summary.state", "Normal sejak");
		choose(hands, "watugede kamera");
		hands.awaitText("summary.name", "Kamera 1");
		hands.openTab("Hasil ukur");
		console.until(() -> hands.isSeen("readings.picture"));
		console.screenshot("sim-camera");
		hands.openTab("Ringkasan");
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
	}

	/** By way of the whole list: one row out of all is soon seen, but it may be the one of before. */
	private static void choose(Hands hands, String words) {
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
		hands.type("board.filter", words);
		hands.awaitText("board.count", "1 dari 170");
		hands.down("board.filter");
	}
}
