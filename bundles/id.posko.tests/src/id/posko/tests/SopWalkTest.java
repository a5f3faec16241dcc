package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
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
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OneConsole.class)
class SopWalkTest {

	private static final String PAGE = "rail.id.posko.procedure.ui.follow";

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

	private static void shelf(Hands hands, String title) {
		shelf(hands, title, 20);
	}

	private static void shelf(Hands hands, String title, int all) {
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

	/** Line 6 names who does it. */
	private static final String OWN = """
			kode: kantor-rapat
			judul: SOP RAPAT BULANAN KANTOR
			lembar muka: {instansi: DINAS KEPENDUDUKAN CONTOH, nomor: 7/SOP/2026}
			perihal: [periode]
			pelaksana:
			  ADB: {jabatan: ADB}
			langkah:
			  - no: 1
			    kegiatan: Mengundang peserta rapat
			    pelaksana: ADB
			    waktu: 1 jam
			    manual: Undangan diantar.
			  - no: 2
			    kegiatan: Menulis notulen
			    pelaksana: ADB
			    waktu: 2 jam
			    kembali ke: 1
			    tindakan: form
			    isian:
			      Tempat: teks
			      Jumlah peserta: angka
			      Tanggal: tanggal
			      Undangan lewat: pilihan (surat, pesan singkat, telepon)
			      Kuorum: ya/tidak
			      Proyektor: temuan (baik, ganti, tambah)
			      Isi notulen: uraian
			""";

	/** The file is typed instead of chosen: the dialog is the system's. */
	@Test
	@Order(4)
	void anOwnProcedureIsAddedStartedAndRemoved(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		hands.press(PAGE);
		signIn(console, hands, "kadis");
		shelf(hands, "BIOMETRIK ONLINE");
		hands.awaitText("shelf.why", "tidak berwenang");
		assertFalse(hands.isSeen("shelf.add") || hands.isSeen("shelf.remove"));
		signIn(console, hands, "adb");
		shelf(hands, "BIOMETRIK ONLINE");
		hands.awaitText("shelf.why", "SOP bawaan");
		assertFalse(hands.isEnabled("shelf.remove"));

		hands.press("shelf.add");
		hands.await("own.file");
		hands.press("own.ok");
		hands.awaitText("own.complaint", "Pilih berkasnya");
		Path wrong = Files.writeString(folder.resolve("salah.yaml"), OWN.replace("jabatan: ADB", "jabatan: Raja").replace("ke: 1", "ke: 2"));
		hands.type("own.file", wrong.toString());
		hands.press("own.ok");
		hands.awaitText("own.complaint", "2 kesalahan");
		assertTrue(hands.typed("own.report").contains("Baris 13, kolom 9: Langkah 2: dikembalikan ke langkah 2"),
				hands.typed("own.report"));
		console.screenshot("sop-own-wrong");
		Path damaged = Path.of(System.getProperty("posko.data"), "sop", "rusak.yaml");
		Files.createDirectories(damaged.getParent());
		Files.writeString(damaged, "kode: [");
		hands.type("own.file", Files.writeString(folder.resolve("rapat.yaml"), OWN).toString());
		hands.press("own.ok");
		hands.await("notices.report");
		console.screenshot("sop-own-notices");
		hands.press("notices.ok");
		hands.awaitText("shelf.count", "1 dari 21");
		hands.awaitText("steps.title", "SOP RAPAT BULANAN KANTOR");
		hands.down("shelf.filter");
		console.until(() -> hands.isEnabled("shelf.begin") && hands.isEnabled("shelf.remove"));
		hands.awaitText("shelf.damaged", "rusak.yaml: Baris 1");
		Files.delete(damaged);
		picture(console, hands, "sop-own");

		hands.press("shelf.begin");
		hands.await("begin.period");
		hands.type("begin.period", "November 2026");
		hands.press("begin.ok");
		hands.awaitText("open.state", "Langkah 1 dari 2");
		work(hands, "way.FINISH");
		hands.type("work.note", "Undangan sudah diantar");
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 2 dari 2");
		formOfAllKinds(console, hands);
		shelf(hands, "RAPAT BULANAN", 21);
		console.until(() -> hands.isEnabled("shelf.remove"));
		hands.press("shelf.remove");
		hands.await("ask.ok");
		console.screenshot("sop-own-remove");
		hands.press("ask.ok");
		console.until(() -> hands.read("shelf.count").startsWith("20 "));
		assertFalse(hands.isSeen("shelf.damaged"));
	}

	private static void formOfAllKinds(RunningConsole console, Hands hands) {
		work(hands, "way.KEEP");
		hands.type("work.field0", "Aula");
		hands.type("work.field1", "dua puluh");
		hands.type("work.field2", "21-11-2026");
		hands.select("work.field3", "pesan singkat");
		console.ui(() -> {
			((Button) console.find("work.field4").orElseThrow()).setSelection(true);
			return null;
		});
		hands.select("work.field5", "ganti");
		hands.type("work.field6", "Rapat dibuka pukul 9.\nKTP-el 3503010101900001 dibahas.");
		hands.press("work.ok");
		assertTrue(hands.isThere("work.ok"), "neither the number nor the projector is told");
		console.screenshot("sop-kinds-wrong");
		hands.type("work.field1", "1.250");
		hands.type("work.field5.said", "lampu redup");
		hands.press("work.ok");
		hands.awaitText("toast.text", "Tersimpan");
		hands.choose("Tampilan", "Gelap");
		work(hands, "way.FINISH");
		console.screenshot("sop-kinds-dark");
		hands.press("work.cancel");
		hands.choose("Tampilan", "Terang");
		console.until(() -> !hands.isThere("work.ok"));
		work(hands, "way.FINISH");
		console.screenshot("sop-kinds");
		assertEquals("1250", hands.typed("work.field1"));
		assertEquals("21-11-2026", hands.typed("work.field2"));
		assertEquals("lampu redup", hands.typed("work.field5.said"));
		hands.press("work.ok");
		hands.awaitText("open.state", "Selesai.");
		hands.type("steps.filter", "notulen");
		hands.awaitText("steps.count", "1 dari 2");
		hands.down("steps.filter");
		hands.strike("steps.table", SWT.NONE, SWT.CR);
		hands.await("turn.text");
		String said = hands.typed("turn.text");
		for (String value : List.of("Jumlah peserta: 1250", "Tanggal: 2026-11-21", "Undangan lewat: pesan singkat", "Kuorum: ya",
				"Proyektor: ganti: lampu redup")) {
			assertTrue(said.contains(value), said);
		}
		assertTrue(said.contains("KTP-el 350301********** dibahas"), said);
		hands.press("turn.reveal");
		hands.await("reveal.reason");
		hands.press("reveal.ok");
		hands.awaitText("reveal.complaint", "Tulis alasannya");
		hands.type("reveal.reason", "surat 470/9");
		console.screenshot("sop-reveal");
		hands.press("reveal.ok");
		console.until(() -> hands.typed("turn.text").contains("KTP-el 3503010101900001 dibahas"));
		console.until(() -> !hands.isThere("reveal.ok"));
		console.screenshot("sop-revealed");
		hands.press("turn.ok");
		hands.type("steps.filter", "");
	}

	/** On both screens, light and dark. */
	private static void picture(RunningConsole console, Hands hands, String name) {
		Point before = console.ui(() -> console.shell().getSize());
		for (Point screen : List.of(new Point(1366, 768), new Point(1920, 1080))) {
			console.ui(() -> {
				console.shell().setSize(screen);
				return null;
			});
			console.screenshot(name + "-" + screen.x);
		}
		hands.choose("Tampilan", "Gelap");
		console.screenshot(name + "-dark");
		hands.choose("Tampilan", "Terang");
		console.ui(() -> {
			console.shell().setSize(before);
			return null;
		});
	}

	private static void answer(Hands hands, Path draft) {
		hands.awaitText("open.state", "Langkah 5 dari 7");
		work(hands, "way.FINISH");
		hands.type("work.field0", draft.toString());
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 6 dari 7");
	}

	/** Opens the form of a step as soon as it may be done. */
	private static void work(Hands hands, String way) {
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
