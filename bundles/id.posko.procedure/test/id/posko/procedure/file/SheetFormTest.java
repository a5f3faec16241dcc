package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.Procedure;
import id.posko.procedure.StandardTime;
import id.posko.procedure.Who;
import id.posko.report.Fault;
import id.posko.report.Format;
import id.posko.report.Table;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SOPs as sheets and as YAML again: what is written reads as the same, and mistakes are told with row and column. */
class SheetFormTest {

	private static final Locale INDONESIAN = Locale.of("id");

	@TempDir
	private Path folder;

	@Test
	void everyShippedSopComesBackFromItsSheet() {
		for (Procedure procedure : new Library().shipped()) {
			for (String name : List.of("sop.xlsx", "sop.csv")) {
				Path file = folder.resolve(name);
				assertInstanceOf(Saved.Done.class, ProcedureFiles.writeSheet(file, procedure));
				assertEquals(procedure, good(file));
			}
		}
	}

	@Test
	void everyShippedSopComesBackFromItsYaml() {
		for (Procedure procedure : new Library().shipped()) {
			String yaml = ProcedureFiles.yaml(procedure);
			Parsed.Good good = assertInstanceOf(Parsed.Good.class, ProcedureFiles.parse(yaml), yaml);
			assertEquals(procedure, good.procedure());
			assertEquals(yaml, ProcedureFiles.yaml(good.procedure()));
		}
	}

	private static Procedure good(Path file) {
		Parsed parsed = ProcedureFiles.read(file);
		return assertInstanceOf(Parsed.Good.class, parsed, () -> sentences(parsed) + "").procedure();
	}

	private static List<String> sentences(Parsed parsed) {
		return parsed instanceof Parsed.Bad bad ? bad.problems().stream().map(p -> p.sentence(INDONESIAN)).toList()
				: List.of();
	}

	/** A row of a sheet, its cells parted by bars. */
	private static String[] rows(String... rows) {
		return rows;
	}

	/** What an office types: fewer columns, its own words for headings, a column for each executor. */
	private static final String[] TYPED = rows("Judul SOP|SOP CONTOH", "Kode|contoh", "Instansi|DINAS CONTOH",
			"Nomor SOP|1/SOP", "Dasar Hukum|UU 24/2013", "|Permendagri 95/2019", "Pelaksana|ADB",
			"Pelaksana|Tim Web|tim|Tim Web",
			"", "No.|Aktivitas|ADB|Tim Web|Persyaratan|Waktu|Output|Tindakan|Menetapkan",
			"1.|Menetapkan tim|v||Surat|1 hari|SK|health.check|Tim Web", "a|Membaca", "b|Menulis",
			"2|Bekerja|x|x|SK||Hasil|health.check|");

	private Path sheet(String... rows) throws IOException {
		List<List<String>> cells = new ArrayList<>(Arrays.stream(rows).map(row -> List.of(row.split("\\|", -1))).toList());
		int most = cells.stream().mapToInt(List::size).max().orElseThrow();
		List<String> first = new ArrayList<>(cells.removeFirst());
		while (first.size() < most) {
			first.add("");
		}
		Path file = folder.resolve("typed.xlsx");
		assertInstanceOf(Writing.Written.class,
				new TableWriter().write(file, Format.XLSX, new Table("SOP", first, cells.iterator())));
		return file;
	}

	@Test
	void whatAnOfficeTypesIsRead() throws IOException {
		Procedure sop = good(sheet(TYPED));
		assertEquals(List.of("UU 24/2013", "Permendagri 95/2019"), sop.head().legalBasis());
		assertEquals(List.of(new Who.Officer("ADB", "ADB"), new Who.Team("Tim Web", "Tim Web")), sop.executors());
		assertEquals("Membaca", sop.steps().get(0).parts().get(0).text());
		assertEquals(sop.executors(), sop.steps().get(1).who());
		assertEquals(new StandardTime.OfGroup(1), sop.steps().get(1).time());
		assertEquals("Surat", sop.steps().get(0).requirement());
	}

	/** The mistake that the sheet has when one of its rows is another. */
	private void wrong(String sentence, int row, String is) throws IOException {
		String[] rows = TYPED.clone();
		rows[row - 1] = is;
		List<String> sentences = sentences(ProcedureFiles.read(sheet(rows)));
		assertEquals(List.of(sentence), sentences);
	}

	@Test
	void everyMistakeIsToldWithRowAndColumn() throws IOException {
		wrong("Baris 1, kolom A: \"judul\" belum diisi.", 1, "");
		wrong("Baris 4, kolom A: \"Warna\" bukan bagian lembar SOP yang dikenal.", 4, "Warna|merah|");
		wrong("Baris 3, kolom A: \"Kode\" sudah ada di baris 2. Hapus salah satunya.", 3, "Kode|lain");
		wrong("Baris 2, kolom C: \"x\" tidak berada di bawah judul kolom atau di kolom isian.", 2, "Kode|contoh|x");
		wrong("Baris 10, kolom E: \"Kelengkpan\" tidak dikenal. Yang paling mirip: \"kelengkapan\".", 10,
				"No|Aktivitas|ADB|Tim Web|Kelengkpan|Waktu|Output|Tindakan|Menetapkan");
		wrong("Baris 10, kolom I: kolom \"Output\" sudah ada di kolom G. Hapus salah satunya.", 10,
				"No|Aktivitas|ADB|Tim Web|Kelengkapan|Waktu|Output|Tindakan|Output");
		wrong("Lembar ini tidak punya tabel langkah; baris judulnya diawali kolom \"No\".", 10, "");
		wrong("Baris 11, kolom F: \"1 bln\" bukan waktu baku. Tulis misalnya 30 detik, 15 menit, 1 jam, 2 hari, tentatif,"
				+ " atau 0.", 11, "1|Menetapkan tim|v||Surat|1 bln|SK|health.check|Tim Web");
		wrong("Baris 14, kolom A: langkah 1 sudah ada di baris 11.", 14, "1|Bekerja|x|x|SK||Hasil|health.check|");
		wrong("Baris 13, kolom A: \"a\" sudah ada di baris 12. Hapus salah satunya.", 13, "a|Menulis");
		wrong("Baris 13, kolom C: \"v\" tidak berada di bawah judul kolom atau di kolom isian.", 13, "b|Menulis|v");
		wrong("Baris 14, kolom A: \"pelaksana\" belum diisi.", 14, "2|Bekerja|||SK||Hasil|health.check|");
		wrong("Baris 14, kolom A: \"no\" belum diisi.", 14, "|Bekerja|x|x|SK||Hasil|health.check|");
		wrong("Baris 9, kolom B: \"Output\" tidak dapat dipakai sebagai nama di sini.", 9, "Pelaksana|Output");
	}

	@Test
	void aFormulaInASopStaysAText() throws IOException {
		Procedure sop = good(sheet(Arrays.stream(TYPED).map(row -> row.replace("Membaca", "=HYPERLINK(\"http://x\")"))
				.toArray(String[]::new)));
		for (String name : List.of("a.xlsx", "a.csv")) {
			assertInstanceOf(Saved.Done.class, ProcedureFiles.writeSheet(folder.resolve(name), sop));
			assertEquals(sop, good(folder.resolve(name)));
		}
		assertTrue(Files.readString(folder.resolve("a.csv")).contains("'=HYPERLINK"));
	}

	@Test
	void filesThatAreNoSheetAreRefused() throws IOException {
		Path file = folder.resolve("x.xlsx");
		assertTrue(refused(file).is(Fault.Code.NO_FILE));
		Files.writeString(file, "%PDF-1.7");
		assertTrue(refused(file).is(Fault.Code.WRONG_TYPE));
		assertTrue(refused(file).sentence(INDONESIAN).contains("berkas PDF"));
		Files.write(file, "PK\3\4 and no more".getBytes(StandardCharsets.ISO_8859_1));
		assertTrue(refused(file).is(Fault.Code.DAMAGED));
		Procedure sop = new Library().shipped().getFirst();
		assertInstanceOf(Saved.Refused.class, ProcedureFiles.writeSheet(folder.resolve("x.pdf"), sop));
		assertInstanceOf(Saved.Refused.class, ProcedureFiles.writeSheet(folder.resolve("none/x.xlsx"), sop));
		assertFalse(Files.exists(folder.resolve("x.pdf")));
	}

	/** A workbook whose sheet is another part. */
	private Path withSheet(String xml, long blanks) throws IOException {
		Path honest = folder.resolve("honest.xlsx");
		assertInstanceOf(Saved.Done.class, ProcedureFiles.writeSheet(honest, new Library().shipped().getFirst()));
		Path hostile = folder.resolve("hostile.xlsx");
		try (ZipFile from = new ZipFile(honest.toFile());
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(hostile))) {
			for (ZipEntry entry : from.stream().toList()) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				if (entry.getName().endsWith("sheet1.xml")) {
					out.write(xml.getBytes(StandardCharsets.UTF_8));
					byte[] many = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
					for (long left = blanks; left > 0; left -= many.length) {
						out.write(many);
					}
				} else {
					out.write(from.getInputStream(entry).readAllBytes());
				}
			}
		}
		return hostile;
	}

	@Test
	void workbooksThatUnpackWithoutEndOrReachForOtherFilesAreRefused() throws IOException {
		Path bomb = withSheet("<worksheet>", 200L << 20);
		assertTrue(Files.size(bomb) < 1 << 20);
		assertTrue(refused(bomb).is(Fault.Code.TOO_BIG), refused(bomb).toString());
		Path reaching = withSheet("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><worksheet>&y;</worksheet>", 0);
		assertTrue(refused(reaching).is(Fault.Code.HOSTILE), refused(reaching).toString());
	}

	private static Problem refused(Path file) {
		return ((Parsed.Bad) ProcedureFiles.read(file)).problems().getFirst();
	}
}
