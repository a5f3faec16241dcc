package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A procedure of the office's own, its form with a field of each kind. With the accounts of {@link SopWalkTest}. */
@Order(Integer.MAX_VALUE)
@ExtendWith(OneConsole.class)
class OwnSopWalkTest {

	@TempDir
	Path folder;

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
	void anOwnProcedureIsAddedStartedAndRemoved(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		hands.press(SopWalkTest.PAGE);
		new Doorway(console, hands).signIn("kadis");
		SopWalkTest.shelf(hands, "BIOMETRIK ONLINE");
		hands.awaitText("shelf.why", "tidak berwenang");
		assertFalse(hands.isSeen("shelf.add") || hands.isSeen("shelf.remove"));
		new Doorway(console, hands).signIn("adb");
		SopWalkTest.shelf(hands, "BIOMETRIK ONLINE");
		hands.awaitText("shelf.why", "SOP bawaan");
		assertFalse(hands.isEnabled("shelf.remove"));

		hands.press("shelf.add");
		hands.await("own.file");
		hands.press("own.ok");
		hands.awaitText("own.complaint", "Pilih berkasnya");
		Path wrong = Files.writeString(folder.resolve("salah.yaml"),
				OWN.replace("jabatan: ADB", "jabatan: Raja").replace("ke: 1", "ke: 2"));
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
		SopWalkTest.work(hands, "way.FINISH");
		hands.type("work.note", "Undangan sudah diantar");
		hands.press("work.ok");
		hands.awaitText("open.state", "Langkah 2 dari 2");
		formOfAllKinds(console, hands);
		SopWalkTest.shelf(hands, "RAPAT BULANAN", 21);
		console.until(() -> hands.isEnabled("shelf.remove"));
		hands.press("shelf.remove");
		hands.await("ask.ok");
		console.screenshot("sop-own-remove");
		hands.press("ask.ok");
		console.until(() -> hands.read("shelf.count").startsWith("20 "));
		assertFalse(hands.isSeen("shelf.damaged"));
	}

	private static void formOfAllKinds(RunningConsole console, Hands hands) {
		SopWalkTest.work(hands, "way.KEEP");
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
		SopWalkTest.work(hands, "way.FINISH");
		console.screenshot("sop-kinds-dark");
		hands.press("work.cancel");
		hands.choose("Tampilan", "Terang");
		console.until(() -> !hands.isThere("work.ok"));
		SopWalkTest.work(hands, "way.FINISH");
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
}
