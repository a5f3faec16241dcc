package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Through the watching of the sample kabupaten, of which one line is cut. */
@ExtendWith(OneConsole.class)
class HealthWalkTest {

	@Test
	void aCutLineIsFoundExplainedAndToldOnce(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.awaitText("board.count", "170");
		hands.type("board.filter", "sumberjati mati");
		hands.awaitText("board.count", "1 dari 170");
		hands.down("board.filter");
		hands.awaitText("summary.name", "Modem");
		hands.awaitText("summary.state", "Mati sejak");
		console.screenshot("health-down");

		hands.choose("Pantau", "Sudah diketahui …");
		hands.await("ack.note");
		hands.press("ack.ok");
		assertTrue(hands.isThere("ack.note"), "a note is needed");
		hands.type("ack.note", "Tiang roboh, PLN bekerja");
		hands.type("ack.by", "Sri");
		console.screenshot("acknowledge");
		hands.press("ack.ok");
		hands.awaitText("summary.cause", "Sudah diketahui Sri sampai");
		console.until(() -> copyFirst(hands).startsWith("Mati ✓\t"));
		console.screenshot("acknowledged");
		hands.choose("Pantau", "Beri tahu lagi");
		console.until(() -> !hands.read("summary.cause").contains("Sudah diketahui"));

		hands.openTab("Di mana putus?");
		hands.awaitText("path.sentence", "Modem Kecamatan Sumberjati mati");
		hands.type("board.filter", "sumberjati");
		hands.awaitText("board.count", "10 dari 170");
		hands.type("board.filter", "sumberjati afis");
		hands.awaitText("board.count", "1 dari 170");
		hands.down("board.filter");
		hands.awaitText("path.sentence", "putus di Modem Kecamatan Sumberjati");
		console.screenshot("health-path");

		hands.openTab("Pemberitahuan");
		hands.await("notices.filter");
		hands.type("notices.filter", "sumberjati");
		hands.awaitText("notices.count", "1 ");
		assertTrue(hands.read("notices.count").startsWith("1 "), "one notice for the whole line");

		hands.strike("board.table", SWT.NONE, SWT.CR);
		console.until(() -> hands.isSeen("summary.name"));
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
		hands.choose("Tampilan", "Gelap");
		console.screenshot("health-dark");
		hands.choose("Tampilan", "Terang");
		hands.press("rail.id.posko.app.home");
		console.screenshot("start");
	}

	@Test
	void kitsAreSeenAtOneGlanceAndEachAsItStandsOnTheDesk(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.openTab("Kesiapan kit");
		hands.awaitText("kits.counts", "Siap sebagian");
		console.screenshot("kits");
		hands.strike("kits.tiles", SWT.NONE, SWT.HOME);
		hands.strike("kits.tiles", SWT.NONE, SWT.CR);
		hands.awaitText("kit.office", "Kecamatan Banyuurip");
		hands.awaitText("kit.sentence", "Siap rekam");
		assertTrue(hands.leadsOnByTab("kits.tiles"));
		assertTrue(hands.leadsOnByTab("kit.desk"));
		console.screenshot("kit");

		hands.strike("kit.desk", SWT.NONE, SWT.CR);
		console.until(() -> hands.isSeen("summary.name"));
		hands.openTab("Hasil ukur");
		hands.await("readings.hint");
		hands.openTab("Papan");
		hands.pick("sites.tree", "Semua kantor");
		hands.awaitText("board.count", "170 baris");
		hands.openTab("Ringkasan");
	}

	@Test
	void columnsAreChosenAndRowsCopiedAsTheyAreShown(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.type("board.filter", "wanasari 13.31");
		hands.awaitText("board.count", "1 dari 170");
		hands.down("board.filter");
		String all = copyFirst(hands);
		assertTrue(all.contains("\tKamera 1\tKecamatan Wanasari\tKamera\t127.60.13.31\t"), all);

		hands.press("board.columns");
		hands.await("columns.list");
		hands.tick("columns.list", "Jenis", false);
		hands.tick("columns.list", "Kode wilayah", true);
		console.screenshot("columns");
		hands.press("columns.ok");
		console.until(() -> !hands.isThere("columns.list"));
		String chosen = copyFirst(hands);
		assertTrue(chosen.contains("\tKamera 1\tKecamatan Wanasari\t127.60.13.31\t"), chosen);
		assertTrue(chosen.endsWith("\t35.60.13\n"), chosen);

		hands.press("board.columns");
		hands.await("columns.list");
		hands.press("columns.first");
		hands.press("columns.cancel");
		String same = copyFirst(hands);
		assertEquals(chosen.split("\t").length, same.split("\t").length, "what was not applied changes nothing");
		assertTrue(same.endsWith("\t35.60.13\n"), same);
		hands.press("board.columns");
		hands.press("columns.first");
		hands.press("columns.ok");
		assertEquals(all.split("\t").length, copyFirst(hands).split("\t").length);
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
	}

	@Test
	void noticesBeyondTheWindowAreSetUpAndAnExampleComes(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.awaitText("board.count", "170");
		hands.choose("Pantau", "Pemberitahuan");
		hands.await("tell.webhook.url");
		hands.press("tell.example");
		hands.awaitText("tell.result", "Contoh sudah diterima http://127.0.0.1:");
		hands.type("tell.quiet.from", "9");
		hands.press("tell.ok");
		assertTrue(hands.isThere("tell.ok"), "what is wrong is not kept");
		console.screenshot("notices");
		hands.type("tell.quiet.from", "21:00");
		hands.type("tell.quiet.until", "06:00");
		hands.press("tell.ok");
		console.until(() -> !hands.isThere("tell.ok"));
		hands.choose("Pantau", "Pemberitahuan");
		hands.await("tell.quiet.from");
		hands.type("tell.quiet.from", "");
		hands.type("tell.quiet.until", "");
		hands.press("tell.ok");
		console.until(() -> !hands.isThere("tell.ok"));
	}

	private static String copyFirst(Hands hands) {
		hands.strike("board.table", SWT.MOD1, 'c');
		return hands.copied();
	}

	@Test
	void theKeyboardReachesTheFilterAndLeavesTheTable(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		console.until(() -> hands.isSeen("board.table"));
		assertTrue(hands.leadsOnByTab("board.table"));
		assertTrue(hands.leadsOnByTab("rail.id.posko.health.ui.watch"));
		hands.type("board.filter", "modem");
		hands.strike("sites.tree", SWT.MOD1, 'f');
		assertEquals("modem", hands.marked("board.filter"), "to be written over");
		hands.type("board.filter", "");
		hands.openTab("Pemberitahuan");
		hands.await("notices.table");
		hands.type("notices.filter", "afis");
		hands.strike("notices.table", SWT.MOD1, 'f');
		assertEquals("afis", hands.marked("notices.filter"));
		hands.type("notices.filter", "");
		hands.openTab("Ringkasan");
	}

	@Test
	void theKabupatenIsSeenOnItsMapAndAnAreaChoosesItsOffice(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.openTab("Kesiapan kit");
		hands.awaitText("kits.counts", "Siap sebagian");
		hands.press("kits.as_map");
		console.until(() -> hands.isSeen("kits.map"));
		hands.strike("kits.map", SWT.NONE, SWT.HOME);
		hands.strike("kits.map", SWT.NONE, SWT.ARROW_RIGHT);
		hands.strike("kits.map", SWT.NONE, SWT.HOME);
		assertTrue(hands.spoken("kits.map").startsWith("Kecamatan Banyuurip\n"), hands.spoken("kits.map"));
		hands.strike("kits.map", SWT.NONE, SWT.CR);
		hands.awaitText("kit.office", "Kecamatan Banyuurip");
		assertTrue(hands.leadsOnByTab("kits.map"));
		console.screenshot("map");
		assertEquals(List.of(), hands.unspoken(), "what is drawn has words for those who do not see it");
		hands.press("kits.as_tiles");
		hands.openTab("Papan");
		hands.pick("sites.tree", "Semua kantor");
		hands.openTab("Ringkasan");
	}

	@Test
	void theReportAndTheEventsTellThePastOfAllAndOfOne(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.awaitText("board.count", "170");
		hands.press("rail.id.posko.health.ui.history");
		hands.await("report.start");
		hands.type("report.from", "besok");
		hands.press("report.start");
		hands.awaitText("report.sentence", "Isi dua tanggal");
		String today = hands.typed("report.to");
		hands.type("report.from", today);
		hands.press("report.start");
		hands.awaitText("report.sentence", "dari 16 kantor mencapai standar 95 %");
		console.screenshot("report");
		hands.strike("report.chart.bars", SWT.NONE, SWT.END);
		hands.strike("report.chart.bars", SWT.NONE, SWT.CR);
		hands.await("outages.table");
		hands.press("outages.ok");
		hands.press("report.as_table");
		hands.awaitText("report.count", "186 baris");
		hands.pick("past.sites.tree", "Pusat Data Ditjen Dukcapil");
		hands.awaitText("report.count", "3 dari 186");
		console.screenshot("report-table");
		hands.press("report.as_chart");

		hands.openTab("Peristiwa");
		hands.awaitText("events.sentence", "peristiwa dari");
		hands.pick("past.sites.tree", "Semua kantor");
		hands.type("events.filter", "sumberjati modem mati");
		hands.awaitText("events.count", "1 dari");
		console.screenshot("events");
		hands.type("events.filter", "");
		hands.press("rail.id.posko.health.ui.watch");
		hands.openTab("Ringkasan");
	}
}
