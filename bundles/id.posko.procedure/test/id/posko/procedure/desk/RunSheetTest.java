package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.report.DocumentWriter;
import id.posko.report.Writing;
import id.posko.report.document.Document;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper of a run says what happened, and that it left the console is journalled. */
class RunSheetTest {

	private static final Library LIBRARY = new Library();
	private static final Procedure BOOK = LIBRARY.find("tapin-buku-agregat").orElseThrow();
	private static final RunSheet FORM = new RunSheet(Locale.of("id", "ID"), ZoneId.of("Asia/Jakarta"));

	@TempDir
	Path temp;
	private Bureau bureau;

	@BeforeEach
	void open() throws IOException {
		bureau = new Bureau(temp);
	}

	private String written(Document document) throws IOException {
		Path file = temp.resolve("lembar.docx");
		assertInstanceOf(Writing.Written.class, new DocumentWriter().write(file, document));
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private void done(Actor by, Run run, int step, Map<String, Path> files, char[] password) throws IOException {
		Done done = bureau.desk().finish(by, run.id(), step, new Work(new Answers(Map.of(), files), Optional.empty(),
				"naskah <siap> & rapi"), password);
		assertInstanceOf(Done.Went.class, done, done.toString());
	}

	@Test
	void itTellsReturnsLateStepsFilesAndWhoDidThem() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor kasi = bureau.hire("kasi", Role.KASI_PENGOLAHAN);
		Actor kabid = bureau.hire("kabid", Role.KABID_PIAK);
		Actor operator = bureau.hire("operator", Role.OPERATOR_BIOMETRIK);
		Run run = assertInstanceOf(Outcome.Went.class, bureau.desk().start(adb, BOOK, Map.of(Subject.PERIOD, "Semester I 2026")))
				.run();
		Path file = Files.writeString(temp.resolve("analisa.txt"), "analisa");
		done(adb, run, 1, Map.of(), new char[0]);
		done(kasi, run, 2, Map.of("Analisa", file), new char[0]);
		bureau.now = bureau.now.plus(Duration.ofMinutes(75));
		assertInstanceOf(Outcome.Went.class, bureau.desk().move(kabid, run.id(), new Move.GiveBack(3, "tabel 4 salah")));
		Run now = bureau.find(run.id()).orElseThrow();
		String text = written(bureau.desk().paper(adb, now, FORM));
		for (String part : new String[] { "PEMERINTAH KABUPATEN TAPIN", "PENYUSUNAN BUKU DATA AGREGAT", "Semester I 2026",
				"800/032-SOP/DUKCAPIL/2022", "Nama kasi", "analisa.txt", "dikembalikan ke langkah 2", "tabel 4 salah", "1 jam 15 menit",
				"lewat waktu", "20 menit", "masih di langkah 2", "naskah &lt;siap> &amp; rapi", "Mengetahui",
				"Kepala Dinas Kependudukan Dan Pencatatan Sipil" }) {
			assertTrue(text.contains(part) || text.contains(part.replace(">", "&gt;")), part + " not in " + text);
		}
		assertTrue(bureau.journalled().contains("adb: sop sheet: " + run.id() + " tapin-buku-agregat"),
				bureau.journalled().toString());
		assertThrows(NotPermitted.class, () -> bureau.desk().paper(operator, now, FORM));
	}

	@Test
	void everyShippedSopHasItsSheet() throws IOException {
		Actor local = bureau.local();
		for (Procedure sop : LIBRARY.shipped()) {
			Map<Subject, String> matter = new java.util.EnumMap<>(Subject.class);
			sop.subjects().forEach(subject -> matter.put(subject, subject == Subject.SITE ? "35.03.01" : "x"));
			Run run = assertInstanceOf(Outcome.Went.class, bureau.desk().start(local, sop, matter)).run();
			assertTrue(written(bureau.desk().paper(local, run, FORM)).contains("LEMBAR PELAKSANAAN SOP"), sop.id());
		}
	}

	@Test
	void workingTimeIsSaidInItsTwoLargestUnits() {
		WorkTime times = new WorkTime(Locale.of("id", "ID"));
		assertEquals("0 detik", times.said(Duration.ZERO));
		assertEquals("59 detik", times.said(Duration.ofSeconds(59)));
		assertEquals("1 menit", times.said(Duration.ofSeconds(119)));
		assertEquals("3 jam 20 menit", times.said(Duration.ofMinutes(200)));
		assertEquals("1200 jam 0 menit", times.said(Duration.ofHours(1200)));
	}

	@Test
	void evidenceIsGivenOutOnlyAsItWasKept() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor kasi = bureau.hire("kasi", Role.KASI_PENGOLAHAN);
		Run run = assertInstanceOf(Outcome.Went.class, bureau.desk().start(adb, BOOK, Map.of(Subject.PERIOD, "2026"))).run();
		done(adb, run, 1, Map.of("", Files.writeString(temp.resolve("draf.txt"), "draf")), new char[0]);
		Run now = bureau.find(run.id()).orElseThrow();
		var file = (id.posko.procedure.run.Evidence.Attachment) now.turns().getFirst().evidence().getFirst();
		Path kept = bureau.desk().look(kasi, now, file).orElseThrow();
		assertEquals("draf", Files.readString(kept));
		assertTrue(bureau.journalled().stream().anyMatch(line -> line.startsWith("kasi: sop evidence: " + run.id())),
				bureau.journalled().toString());
		Files.writeString(kept, "lain");
		assertEquals(Optional.empty(), bureau.desk().look(kasi, now, file));
	}
}
