package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.file.Library;
import id.posko.procedure.file.Parsed;
import id.posko.procedure.file.ProcedureFiles;
import id.posko.procedure.file.Saved;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office's own procedures: only whole ones are taken in, and they outlast what is wrong beside them. */
class ShelfTest {

	private static final Library LIBRARY = new Library();
	private static final Locale INDONESIAN = Locale.of("id", "ID");

	/** Line 9 is the first step's number. */
	private static final String OWN = """
			kode: kantor-rapat
			judul: SOP RAPAT BULANAN
			lembar muka:
			  instansi: DINAS CONTOH
			  nomor: 1/SOP/2026
			pelaksana:
			  ADB: {jabatan: ADB}
			langkah:
			  - no: 1
			    kegiatan: Mengundang
			    pelaksana: ADB
			    manual: Undangan diantar.
			  - no: 2
			    kegiatan: Membuat notulen
			    pelaksana: ADB
			    kembali ke: 1
			    manual: Ditulis tangan.
			""";

	@TempDir
	Path temp;
	private Path data;
	private Bureau bureau;
	private Actor adb;

	@BeforeEach
	void open() throws IOException {
		data = Files.createDirectory(temp.resolve("data"));
		bureau = new Bureau(data);
		adb = bureau.hire("adb", Role.ADB);
	}

	private Shelf shelf() {
		return new Shelf(LIBRARY, bureau.acts, () -> data);
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(temp.resolve(name), text);
	}

	private static Shelf.Adding.Added added(Shelf.Adding adding) {
		return assertInstanceOf(Shelf.Adding.Added.class, adding, () -> said(adding) + "");
	}

	private static List<String> said(Shelf.Adding adding) {
		return adding instanceof Shelf.Adding.Refused no
				? no.problems().stream().map(problem -> problem.sentence(INDONESIAN)).toList() : List.of();
	}

	private static List<String> said(Shelf shelf) {
		return shelf.damaged().stream().map(file -> file.sentence(INDONESIAN)).toList();
	}

	/** All that lies in the data folder's own SOPs, by name. */
	private Map<String, String> kept() throws IOException {
		Map<String, String> kept = new TreeMap<>();
		if (Files.exists(data.resolve("sop"))) {
			try (Stream<Path> files = Files.list(data.resolve("sop"))) {
				for (Path file : files.toList()) {
					kept.put(file.getFileName().toString(), Files.readString(file));
				}
			}
		}
		return kept;
	}

	@Test
	void anOwnOneIsTheSameFromEachFormOfFileAndOutlastsTheProcess() throws IOException {
		Shelf shelf = shelf();
		assertEquals(LIBRARY.shipped(), shelf.all());
		Procedure own = added(shelf.add(adb, file("rapat.yaml", OWN))).procedure();
		for (String name : List.of("rapat.xlsx", "rapat.csv", "RAPAT (2).CSV")) {
			Path sheet = temp.resolve(name);
			assertInstanceOf(Saved.Done.class, ProcedureFiles.writeSheet(sheet, own));
			Shelf other = shelf();
			assertTrue(other.remove(adb, "kantor-rapat"));
			assertEquals(LIBRARY.shipped(), shelf().all());
			Shelf.Adding.Added again = added(other.add(adb, sheet));
			assertTrue(again.isNew());
			assertEquals(own, again.procedure());
			for (Shelf each : List.of(other, shelf())) {
				assertEquals(21, each.all().size());
				assertEquals(own, each.all().getLast());
				assertEquals(Optional.of(own), each.find("kantor-rapat"));
				assertTrue(each.isOwn("kantor-rapat") && !each.isOwn("trenggalek-online"));
			}
		}
		assertEquals(List.of("kantor-rapat.yaml"), List.copyOf(kept().keySet()));
		assertEquals(List.of("adb: sop add: kantor-rapat", "adb: sop remove: kantor-rapat"),
				bureau.journalled().stream().distinct().toList());
	}

	@Test
	void fieldsKeepTheirKindsInEachFormOfFile() throws IOException {
		String form = OWN.replace("    manual: Ditulis tangan.\n", """
			    tindakan: form
			    isian:
			      Tempat: teks
			      Isi: uraian
			      Hadir: angka
			      Tanggal: tanggal
			      Lengkap: ya/tidak
			      Media: pilihan (surat, pesan singkat, telepon)
			      Proyektor: temuan (baik, ganti)
			""");
		Procedure own = added(shelf().add(adb, file("rapat.yaml", form))).procedure();
		List<Field> fields = ((Means.Action) own.steps().getLast().means()).fields();
		assertEquals(List.of("surat", "pesan singkat", "telepon"), fields.get(5).choices());
		for (String name : List.of("rapat.xlsx", "rapat.csv")) {
			ProcedureFiles.writeSheet(temp.resolve(name), own);
			assertEquals(own, added(shelf().add(adb, temp.resolve(name))).procedure());
		}
		List<String> said = said(shelf().add(adb, file("rapat.yaml", form.replace("(surat, pesan singkat, telepon)", "(surat)"))));
		assertTrue(said.getFirst().startsWith("Baris 24, kolom 14: \"pilihan (surat)\" tidak dapat dipakai"), said + "");
	}

	@Test
	void whatIsOddAndDoesNoHarmIsTold() throws IOException {
		List<String> notices = added(shelf().add(adb, file("rapat.yaml", OWN))).notices().stream()
				.map(finding -> finding.sentence(INDONESIAN)).toList();
		assertTrue(notices.stream().anyMatch(notice -> notice.startsWith("Langkah 1, 2: tidak ada waktu bakunya")), notices + "");
	}

	/** Each with what its first sentence says; what lies there already stays as it is. */
	@Test
	void aFaultyFileIsToldByItsLineAndChangesNothing() throws IOException {
		Shelf shelf = shelf();
		added(shelf.add(adb, file("rapat.yaml", OWN)));
		Map<String, String> before = kept();
		Map<String, String> wrong = new HashMap<>();
		wrong.put(OWN.replace("no: 2", "no: 1"), "Baris 13, kolom ");
		wrong.put(OWN.replace("manual: Ditulis", "manua: Ditulis"), "Baris 13, kolom ");
		wrong.put(OWN.replace("kembali ke: 1", "kembali ke: 2"), "Baris 13, kolom 9: Langkah 2: dikembalikan ke langkah 2");
		wrong.put(OWN.replace("jabatan: ADB", "jabatan: Raja").replace("ke: 1", "ke: 2"), "Baris 9, kolom 9: Langkah 1, 2: tidak ada jabatan \"Raja\"");
		wrong.put(OWN.replace("kode: kantor-rapat", "kode: trenggalek-online"), "Kode \"trenggalek-online\" sudah dipakai");
		wrong.put(OWN.replace("kode: kantor-rapat", "kode: ../../etc/passwd"), "Baris 1, kolom 7: ");
		wrong.put(OWN.replace("kode: kantor-rapat", "kode: Kantor Rapat"), "Baris 1, kolom 7: ");
		wrong.put(OWN.replace("kode: kantor-rapat", "kode: " + "a".repeat(61)), "Baris 1, kolom 7: ");
		wrong.put(OWN.replace("kode: kantor-rapat", "kode: &a kantor-rapat"), "Baris 1, kolom ");
		wrong.put(OWN.replace("kode: kantor-rapat", "kode: !!javax.script kantor"), "Baris 1, kolom ");
		wrong.put(OWN.replace("lembar muka:\n  instansi: DINAS CONTOH\n  nomor: 1/SOP/2026", "lembar muka: ../../rahasia"), "Baris 3, kolom ");
		wrong.put("", "Berkas ini kosong");
		wrong.put("a".repeat(1 << 20) + "b", "Berkas ini terlalu besar");
		for (Map.Entry<String, String> each : wrong.entrySet()) {
			List<String> said = said(shelf.add(adb, file("salah.yaml", each.getKey())));
			assertTrue(!said.isEmpty() && said.getFirst().startsWith(each.getValue()), each.getValue() + ": " + said);
		}
		Parsed.Good flawed = assertInstanceOf(Parsed.Good.class,
				ProcedureFiles.read(file("salah.yaml", OWN.replace("kembali ke: 1", "kembali ke: 2"))));
		for (String name : List.of("salah.xlsx", "salah.csv")) {
			ProcedureFiles.writeSheet(temp.resolve(name), flawed.procedure());
			assertEquals(List.of("Baris 9, kolom A: Langkah 2: dikembalikan ke langkah 2, padahal yang dikembalikan harus ke langkah"
					+ " sebelumnya."), said(shelf.add(adb, temp.resolve(name))));
		}
		List<String> table = said(shelf.add(adb, file("salah.csv", "No;Kegiatan\n1;x\n")));
		assertTrue(table.stream().anyMatch(sentence -> sentence.startsWith("Baris 1, kolom ")), table + "");
		assertTrue(said(shelf.add(adb, file("salah.xlsx", "PK\u0003\u0004terpotong"))).getFirst().startsWith("Berkas ini rusak"));
		assertEquals(1, said(shelf.add(adb, temp.resolve("tidak-ada.yaml"))).size());
		assertEquals(1, said(shelf.add(adb, temp)).size());
		assertEquals(1, said(shelf.add(adb, Path.of("/"))).size());
		byte[] latin = OWN.replace("Mengundang", "Mengundang é").getBytes(StandardCharsets.ISO_8859_1);
		assertEquals(List.of("Berkas ini bukan teks UTF-8. Simpan ulang sebagai UTF-8."),
				said(shelf.add(adb, Files.write(temp.resolve("latin.yaml"), latin))));
		assertEquals(before, kept());
		assertEquals(21, shelf.all().size());
		assertEquals(LIBRARY.find("trenggalek-online"), shelf.find("trenggalek-online"));
	}

	@Test
	void aFileOfAnyNameIsKeptUnderItsId() throws IOException {
		Shelf shelf = shelf();
		added(shelf.add(adb, file("=cmd|' ;$(reboot) & ..yaml.yml", OWN)));
		assertEquals(List.of("kantor-rapat.yaml"), List.copyOf(kept().keySet()));
	}

	@Test
	void aRunKeepsTheVersionThatItBeganWith() throws IOException {
		Shelf shelf = shelf();
		added(shelf.add(adb, file("rapat.yaml", OWN)));
		Procedure first = shelf.find("kantor-rapat").orElseThrow();
		Run run = assertInstanceOf(Outcome.Went.class, bureau.desk().start(adb, first, Map.of(Subject.PERIOD, "Mei"))).run();
		assertFalse(added(shelf.add(adb, file("rapat.yaml", OWN.replace("Mengundang", "Memanggil")))).isNew());
		assertEquals("Memanggil", shelf.find("kantor-rapat").orElseThrow().steps().getFirst().activity());
		Done done = bureau.desk().finish(adb, run.id(), 1, Work.noted("sudah"), new char[0]);
		assertEquals(first, assertInstanceOf(Done.Went.class, done).run().procedure());
		assertTrue(shelf.remove(adb, "kantor-rapat"));
		assertEquals(Optional.empty(), shelf.find("kantor-rapat"));
		assertEquals(Map.of(), kept());
		done = bureau.desk().finish(adb, run.id(), 2, Work.noted("sudah"), new char[0]);
		assertTrue(assertInstanceOf(Done.Went.class, done).run().isOver());
	}

	@Test
	void onlyAnOwnOneCanBeRemoved() throws IOException {
		Shelf shelf = shelf();
		for (String id : List.of("trenggalek-online", "tidak-ada", "../journal", "", "kantor-rapat")) {
			assertFalse(shelf.remove(adb, id), id);
		}
		assertEquals(20, shelf.all().size());
		assertTrue(Files.exists(data.resolve("journal")));
	}

	/** A damaged one is told and lies there untouched; putting the right one in mends it. */
	@Test
	void whatIsDamagedInTheFolderIsToldAndTheOthersAreThere() throws IOException {
		added(shelf().add(adb, file("rapat.yaml", OWN)));
		Path folder = data.resolve("sop");
		Files.writeString(folder.resolve("rusak.yaml"), OWN.replace("kode: kantor-rapat", "kode: rusak").substring(0, 150));
		Files.writeString(folder.resolve("salin.yaml"), OWN);
		Files.writeString(folder.resolve("trenggalek-online.yaml"), OWN.replace("kantor-rapat", "trenggalek-online"));
		Files.writeString(folder.resolve("buntu.yaml"), OWN.replace("kantor-rapat", "buntu").replace("ke: 1", "ke: 2"));
		Files.writeString(folder.resolve("kantor123.part"), "terputus");
		Files.createDirectory(folder.resolve("map.yaml"));
		Map<String, String> expected = new TreeMap<>(Map.of("rusak.yaml", "Baris ", "salin.yaml",
				"Nama berkas ini harus kantor-rapat.yaml.", "trenggalek-online.yaml", "Kode \"trenggalek-online\" sudah dipakai",
				"buntu.yaml", "Baris 13, kolom 9: Langkah 2: dikembalikan", "map.yaml", "Berkas tidak dapat dibaca"));
		Shelf shelf = shelf();
		assertEquals(21, shelf.all().size());
		assertEquals(List.copyOf(expected.keySet()),
				shelf.damaged().stream().map(each -> each.file().getFileName().toString()).toList());
		expected.forEach((name, sentence) -> assertTrue(
				said(shelf).stream().anyMatch(said -> said.startsWith(name + ": " + sentence)), said(shelf) + ""));
		assertEquals(LIBRARY.find("trenggalek-online"), shelf.find("trenggalek-online"));
		added(shelf.add(adb, file("baik.yaml", OWN.replace("kantor-rapat", "rusak"))));
		assertEquals(22, shelf.all().size());
		assertEquals(4, shelf.damaged().size());
	}

	@Test
	void withoutAFolderToReadThoseThatComeAlongAreThere() throws IOException {
		Files.writeString(data.resolve("sop"), "bukan folder");
		Shelf shelf = shelf();
		assertEquals(LIBRARY.shipped(), shelf.all());
		assertTrue(said(shelf).getFirst().startsWith("sop: Berkas tidak dapat dibaca"), said(shelf) + "");
		Path file = file("rapat.yaml", OWN);
		assertThrows(IOException.class, () -> shelf.add(adb, file));
		assertEquals(LIBRARY.shipped(), shelf.all());
	}

	@Test
	void whoMayNotBringThemInIsRefusedAndJournalled() throws IOException {
		Shelf shelf = shelf();
		Actor clerk = bureau.hire("tata", Role.PELAKSANA);
		Path file = file("rapat.yaml", OWN);
		assertThrows(NotPermitted.class, () -> shelf.add(clerk, file));
		assertEquals(20, shelf.all().size());
		assertEquals(Map.of(), kept());
		added(shelf.add(adb, file));
		assertThrows(NotPermitted.class, () -> shelf.remove(clerk, "kantor-rapat"));
		assertTrue(shelf.isOwn("kantor-rapat"));
		List<String> refused = bureau.lines().stream().filter(line -> line.contains("refused: PROCEDURES")).toList();
		assertEquals(List.of("tata: refused: PROCEDURES: rapat.yaml", "tata: refused: PROCEDURES: kantor-rapat"), refused);
	}

	@Test
	void aPipeInTheFolderDoesNotHoldUpTheStart() throws Exception {
		Path pipe = Files.createDirectories(data.resolve("sop")).resolve("pipa.yaml");
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo: apt-get install coreutils");
		assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
		Shelf shelf = assertTimeoutPreemptively(Duration.ofMinutes(1), this::shelf);
		assertEquals(List.of("pipa.yaml"), shelf.damaged().stream().map(file -> file.file().getFileName().toString()).toList());
	}
}
