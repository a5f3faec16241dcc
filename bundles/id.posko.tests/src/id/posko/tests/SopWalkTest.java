package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DateTime;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Through the procedures: the written ones, and a complaint from its receipt to the answer, by three people at one
 * window. After the walks that need a console without accounts.
 */
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OneConsole.class)
class SopWalkTest {

	static final String PAGE = "rail.id.posko.procedure.ui.follow";

	@TempDir
	Path folder;

	@Test
	@Order(1)
	void theWrittenProceduresAndTheirStepsAreSeen(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await(PAGE);
		hands.press(PAGE);
		hands.openTab("Menunggu");
		hands.awaitText("inbox.sentence", "menunggu Anda");
		console.screenshot("sop-inbox");
		shelf(hands, "BIOMETRIK ONLINE");
		hands.awaitText("steps.title", "PENGIRIMAN DATA PEREKAMAN BIOMETRIK ONLINE");
		hands.awaitText("steps.count", "5 baris");
		assertFalse(hands.isSeen("open.state"), "a written procedure has no open step");
		console.screenshot("sop-shelf");
		hands.type("shelf.filter", "");
	}

	static void shelf(Hands hands, String title) {
		shelf(hands, title, 20);
	}

	static void shelf(Hands hands, String title, int all) {
		hands.openTab("Naskah SOP");
		hands.await("shelf.filter");
		hands.type("shelf.filter", "");
		hands.console().until(() -> hands.read("shelf.count").startsWith(all + " "));
		hands.type("shelf.filter", title);
		hands.awaitText("shelf.count", "1 dari");
		hands.down("shelf.filter");
	}

	@Test
	@Order(2)
	void aComplaintIsTakenReturnedApprovedAndAnswered(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		hire(console, hands);
		Path draft = Files.writeString(folder.resolve("konsep-tanggapan.txt"), "Mohon maaf, kartu dicetak hari ini.");

		hands.press(PAGE);
		shelf(hands, "PENANGANAN PENGADUAN");
		console.until(() -> hands.isEnabled("shelf.begin"));
		hands.press("shelf.begin");
		hands.await("begin.text");
		hands.press("begin.ok");
		hands.awaitText("begin.complaint", "Sebut dahulu untuk apa");
		hands.type("begin.medium", "Kotak saran");
		hands.type("begin.day", "20/11/2026");
		hands.type("begin.text", "KTP-el nomor 3503010101900001 belum jadi sejak Agustus");
		hands.type("begin.complainant", "Bapak A.");
		console.screenshot("sop-begin");
		hands.press("begin.ok");
		hands.awaitText("open.state", "Langkah 1 dari 7 · menunggu");
		assertTrue(hands.read("steps.about").contains("350301**********"), hands.read("steps.about"));

		hands.press("way.TAKE");
		hands.awaitText("open.state", "dikerjakan adb");
		console.screenshot("sop-taken");
		work(hands, "way.FINISH");
		hands.press("work.ok");
		hands.awaitText("work.complaint", "belum diisi");
		hands.type("work.field0", "Kotak saran");
		hands.type("work.field1", "31-11-2026");
		hands.type("work.field2", "KTP-el belum jadi");
		hands.type("work.field3", "Bapak A.");
		hands.press("work.ok");
		assertTrue(hands.isThere("work.ok"), "a day that does not exist is not handed in");
		console.screenshot("sop-form-wrong");
		hands.press("work.field1.calendar");
		console.until(() -> hands.isThere("work.field1.days"));
		console.ui(() -> {
			((DateTime) console.find("work.field1.days").orElseThrow()).setDate(2026, 10, 20);
			return null;
		});
		console.screenshot("sop-calendar");
		console.screenshot("sop-calendar");
		hands.press("work.field1.day.ok");
		assertEquals("20-11-2026", hands.typed("work.field1"));
		console.screenshot("sop-form");
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 2 dari 7");
		hands.awaitText("open.why", "Langkah ini bukan bagian Anda.");
		assertFalse(hands.isEnabled("way.FINISH"));
		console.screenshot("sop-not-mine");

		new Doorway(console, hands).signIn("kabid");
		work(hands, "way.FINISH");
		hands.type("work.field0", "Layak ditindaklanjuti");
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 3 dari 7");
		work(hands, "way.FINISH");
		hands.type("work.field0", "470/12/2026");
		hands.type("work.field1", "2026-11-20");
		hands.type("work.field2", folder.resolve("tidak-ada.pdf").toString());
		hands.press("work.ok");
		hands.awaitText("work.complaint", "tidak ditemukan");
		hands.type("work.field2", draft.toString());
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 4 dari 7");

		new Doorway(console, hands).signIn("kadis");
		hands.awaitText("open.why", "Anggota");
		hands.press("way.APPOINT");
		hands.await("team.members");
		hands.tick("team.members", "adb – Siti Aminah", true);
		console.screenshot("sop-team");
		hands.press("team.ok");
		work(hands, "way.FINISH");
		hands.type("work.field0", "Jawab dalam dua hari");
		hands.type("work.password", "bukan-sandi-itu");
		hands.press("work.ok");
		hands.awaitText("work.complaint", "bukan sandi Anda");
		console.screenshot("sop-wrong-password");
		hands.type("work.password", Doorway.PASSWORD);
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 5 dari 7");

		new Doorway(console, hands).signIn("adb");
		hands.press("rail.id.posko.app.home");
		console.until(() -> hands.isThere("start.sop.list")
				&& String.valueOf(hands.spoken("start.sop.list")).contains("PENGADUAN"));
		console.screenshot("sop-start-page");
		hands.strike("start.sop.list", SWT.NONE, SWT.ARROW_DOWN);
		hands.strike("start.sop.list", SWT.NONE, SWT.CR);
		answer(hands, draft);

		new Doorway(console, hands).signIn("kadis");
		console.until(() -> hands.isThere("way.GIVE_BACK") && hands.isEnabled("way.GIVE_BACK"));
		hands.press("way.GIVE_BACK");
		hands.await("return.reason");
		hands.press("return.ok");
		hands.awaitText("return.complaint", "Tulis alasannya");
		hands.type("return.reason", "Sebut tanggal selesainya");
		hands.press("return.ok");
		hands.awaitText("open.state", "Langkah 5 dari 7");

		new Doorway(console, hands).signIn("adb");
		console.screenshot("sop-returned");
		answer(hands, draft);
		new Doorway(console, hands).signIn("kadis");
		work(hands, "way.FINISH");
		hands.type("work.password", Doorway.PASSWORD);
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 7 dari 7");

		new Doorway(console, hands).signIn("adb");
		hands.awaitText("open.why", "Tanda terima");
		console.until(() -> hands.isEnabled("way.RECEIVE"));
		hands.press("way.RECEIVE");
		hands.await("receipt.by");
		hands.press("receipt.ok");
		work(hands, "way.FINISH");
		hands.type("work.field0", "Kotak saran");
		hands.type("work.field1", "2026-11-21");
		hands.press("work.ok");
		hands.awaitText("open.state", "Selesai.");
		console.screenshot("sop-over");
		hands.type("steps.filter", "Membuat konsep adb");
		hands.awaitText("steps.count", "2 dari 9");
		hands.down("steps.filter");
		hands.strike("steps.table", SWT.NONE, SWT.CR);
		hands.await("turn.take");
		assertTrue(hands.typed("turn.text").contains("konsep-tanggapan.txt (SHA-256 "), hands.typed("turn.text"));
		console.screenshot("sop-evidence");
		hands.press("turn.ok");
		hands.type("steps.filter", "");

		console.until(() -> !hands.isThere("turn.take"));
		hands.press("steps.paper");
		hands.await("paper.file");
		hands.type("paper.file", folder.resolve("lembar.pdf").toString());
		hands.press("paper.ok");
		hands.awaitText("paper.complaint", ".docx");
		hands.type("paper.file", folder.resolve("lembar.docx").toString());
		console.screenshot("sop-paper");
		hands.press("paper.ok");
		hands.awaitText("toast.text", "ditulis ke");
		assertTrue(Files.size(folder.resolve("lembar.docx")) > 2000);
		hands.openTab("Register");
		console.until(() -> !hands.read("register.count").startsWith("0 "));
		console.screenshot("sop-register");
	}

	/** The line to this office is cut in the sample: the console asks for seconds, and finds nothing good. */
	@Test
	@Order(3)
	void theConsoleDoesAStepUntilItIsStoppedAndTellsWhatItFound(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.press(PAGE);
		shelf(hands, "BIOMETRIK ONLINE");
		console.until(() -> hands.isEnabled("shelf.begin"));
		hands.press("shelf.begin");
		hands.await("begin.site");
		hands.select("begin.site", "35.60.10 Kecamatan Sumberjati");
		hands.press("begin.ok");
		hands.awaitText("open.state", "Langkah 1 dari 5");
		hands.press("way.RUN");
		console.until(() -> hands.isSeen("open.halt"));
		console.screenshot("sop-console-works");
		hands.press("open.halt");
		hands.awaitText("toast.text", "Dihentikan");
		console.until(() -> hands.isSeen("way.RUN"));
		hands.press("way.RUN");
		console.until(() -> hands.isSeen("open.halt"));
		console.until(() -> hands.isSeen("way.RUN"));
		assertTrue(hands.read("open.state").startsWith("Langkah 1 dari 5"), "what is not well ends no step");

		work(hands, "way.KEEP");
		hands.press("work.ok");
		hands.awaitText("work.complaint", "Tulis catatan");
		hands.type("work.note", "Antena dilihat di tempat");
		hands.press("work.ok");
		hands.awaitText("toast.text", "Tersimpan");
		hands.press("way.DELEGATE");
		hands.await("delegate.to");
		hands.select("delegate.to", "kabid – Budi Santoso");
		hands.type("delegate.reason", "cuti");
		hands.press("delegate.ok");
		hands.awaitText("open.state", "dilimpahkan kepada kabid");
		console.until(() -> !hands.isEnabled("way.FINISH"));
		console.screenshot("sop-delegated");
		hands.press("way.STOP");
		hands.await("halt.reason");
		hands.type("halt.reason", "dimulai lagi besok");
		hands.press("halt.ok");
		hands.awaitText("open.state", "Dihentikan.");
	}

	private static void answer(Hands hands, Path draft) {
		hands.awaitText("open.state", "Langkah 5 dari 7");
		work(hands, "way.FINISH");
		hands.type("work.field0", draft.toString());
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 6 dari 7");
	}

	/** Opens the form of a step as soon as it may be done. */
	static void work(Hands hands, String way) {
		hands.console().until(() -> hands.isThere(way) && hands.isEnabled(way));
		hands.press(way);
		hands.await("work.note");
	}

	/** Three people, the ADB at the window. */
	private static void hire(RunningConsole console, Hands hands) {
		Doorway doorway = new Doorway(console, hands);
		doorway.open();
		doorway.add("kabid", "Budi Santoso", "Kabid PIAK");
		hands.awaitText("toast.text", "kabid");
		doorway.add("kadis", "Dewi Lestari", "Kepala Dinas");
		hands.awaitText("toast.text", "kadis");
	}

	@Test
	@Order(9)
	void aRunThatAnotherPageNamesIsShown(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.press(PAGE);
		shelf(hands, "BIOMETRIK ONLINE");
		hands.awaitText("steps.title", "PENGIRIMAN DATA PEREKAMAN BIOMETRIK ONLINE");
		console.ui(() -> {
			console.value(MApplication.class).getContext().set("id.posko.procedure.run", "1");
			return null;
		});
		hands.awaitText("steps.title", "Nomor 1: ");
		hands.type("shelf.filter", "");
	}
}
