package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.inventory.ImportPlan.Totals;
import id.posko.kit.Fleet;
import id.posko.kit.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as they come from offices, and worse: every one ends in a plan that says what to do. */
class BadListsTest {

	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;
	private static final List<String> HEADING = List.of("kode_wilayah", "nama_kantor", "jenis", "nama_alat", "nomor_seri");

	@TempDir
	private Path folder;

	private final DeviceList list = new DeviceList();

	private static List<String> said(ImportPlan plan) {
		assertFalse(plan.isApplicable() && !plan.errors().isEmpty());
		return plan.errors().stream().map(new Sentences(Words.INDONESIAN)::say).toList();
	}

	private ImportPlan plan(XSSFWorkbook book) throws IOException {
		Path file = folder.resolve("list.xlsx");
		try (book; OutputStream out = Files.newOutputStream(file)) {
			book.write(out);
		}
		return list.plan(file, Fleet.EMPTY);
	}

	private static XSSFSheet sheet(XSSFWorkbook book, int rows) {
		XSSFSheet sheet = book.createSheet("Daftar");
		for (int r = 0; r <= rows; r++) {
			XSSFRow row = sheet.createRow(r);
			for (int c = 0; c < HEADING.size(); c++) {
				row.createCell(c).setCellValue(r == 0 ? HEADING.get(c)
						: List.of("350301", "Panggul", "MODEM", "M" + r, "S" + r).get(c));
			}
		}
		return sheet;
	}

	@Test
	void whatExcelHoldsInsteadOfAValueIsToldWithRowAndColumn() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = sheet(book, 6);
		sheet.getRow(1).getCell(3).setCellFormula("\"M\"&1");
		sheet.getRow(2).getCell(4).setCellValue(3503010101990001d);
		sheet.getRow(3).getCell(0).setCellErrorValue((byte) 42);
		sheet.getRow(4).getCell(4).setCellValue("x".repeat(32_000));
		sheet.getRow(5).getCell(4).setCellValue("1,23E+15");
		assertEquals(List.of(
				"Baris 2, kolom D (nama_alat): sel ini berisi rumus (=\"M\"&1). Ganti dengan nilainya: salin, lalu Tempel "
						+ "Khusus > Nilai.",
				"Baris 3, kolom E (nomor_seri): angka 3503010101990001 lebih dari 15 digit, jadi sudah dibulatkan oleh "
						+ "Excel. Format kolom ini sebagai Teks, lalu ketik ulang nilainya.",
				"Baris 4, kolom A (kode_wilayah): sel ini berisi kesalahan #N/A. Isi dengan nilai yang benar.",
				"Baris 5, kolom E (nomor_seri): isinya 32.000 huruf, terlalu panjang. Pendekkan sampai paling banyak 60 "
						+ "huruf.",
				"Baris 6, kolom E (nomor_seri): \"1,23E+15\" adalah angka yang sudah diubah oleh Excel. Format kolom ini "
						+ "sebagai Teks, lalu ketik ulang nilainya."),
				said(plan(book)));
	}

	@Test
	void mergedCellsAreToldAtEveryRowTheyTouch() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = sheet(book, 3);
		sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
		assertEquals(List.of(
				"Baris 2, kolom B (nama_kantor): sel ini bagian dari sel yang digabung (B2:B3). Pisahkan sel itu, lalu isi "
						+ "setiap baris.",
				"Baris 3, kolom B (nama_kantor): sel ini bagian dari sel yang digabung (B2:B3). Pisahkan sel itu, lalu isi "
						+ "setiap baris."),
				said(plan(book)));
	}

	@Test
	void aTitleAboveTheHeadingIsNoHeading() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = sheet(book, 2);
		sheet.shiftRows(0, 2, 2);
		sheet.createRow(0).createCell(0).setCellValue("DAFTAR ALAT");
		List<String> said = said(plan(book));
		assertEquals(4, said.size());
		assertTrue(said.getFirst().startsWith("Baris 1, kolom A: kolom kode_wilayah tidak ada di baris judul."),
				said.getFirst());
	}

	@Test
	void codesTypedAsNumbersAreRead() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = sheet(book, 1);
		sheet.getRow(1).getCell(0).setCellType(CellType.NUMERIC);
		sheet.getRow(1).getCell(0).setCellValue(350301);
		sheet.getRow(1).getCell(4).setCellValue(123456789012d);
		ImportPlan plan = plan(book);
		assertEquals(List.of(), said(plan));
		assertEquals("123456789012", plan.edit().devices().getFirst().serial());
	}

	@Test
	void anEmptyFirstSheetPointsToTheOthers() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		book.createSheet("Sampul");
		sheet(book, 1);
		assertEquals(List.of("Lembar pertama kosong. Pindahkan lembar yang berisi (Daftar) ke depan, lalu simpan lagi."),
				said(plan(book)));
	}

	@Test
	void aListOfTwoHundredThousandRowsIsToBeSplit() throws IOException {
		Path file = folder.resolve("big.csv");
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write(String.join(";", HEADING) + "\n");
			for (int i = 0; i < 200_000; i++) {
				out.write("350301;Panggul;MODEM;M" + i + ";\n");
			}
		}
		assertEquals(List.of("Baris 100001, kolom A: daftar ini lebih dari 100.000 baris. Bagi menjadi beberapa berkas, "
				+ "masing-masing dengan baris judul."), said(list.plan(file, Fleet.EMPTY)));
	}

	@Test
	void aListAsLongAsAllowedIsPlannedAndCompared() {
		Fleet fleet = Fleets.crowded(99_999);
		Path file = folder.resolve("long.xlsx");
		long start = System.nanoTime();
		assertInstanceOf(Export.Written.class, list.write(file, fleet));
		assertEquals(new Totals(99_999, 0, 0, 0, 1, 0), list.plan(file, Fleet.EMPTY).totals());
		assertEquals(new Totals(0, 0, 99_999, 0, 0, 0), list.plan(file, fleet).totals());
		System.getLogger("figures").log(System.Logger.Level.INFO, "99,999 devices exported and planned twice in {0} ms",
				(System.nanoTime() - start) / 1_000_000);
	}

	@Test
	void aListWithoutRowsOrOfTheWrongTypeSaysWhatToDo() throws IOException {
		Path file = folder.resolve("list.xlsx");
		Files.writeString(file, String.join(";", HEADING));
		assertEquals(List.of("Daftar ini hanya berisi baris judul. Isi setidaknya satu alat di bawahnya."),
				said(list.plan(file, Fleet.EMPTY)));
		Files.writeString(file, "%PDF-1.7");
		assertEquals(List.of("Berkas ini bukan daftar XLSX atau CSV melainkan berkas PDF, apa pun namanya. Simpan daftarnya "
				+ "sebagai .xlsx atau .csv."), said(list.plan(file, Fleet.EMPTY)));
	}

	@Test
	void brokenListsEndInAPlanAndEveryProblemCanBeSaid() throws IOException {
		String good = String.join(";", HEADING) + ";induk;alamat;kit;jenis_jalur\n"
				+ "350302;Kecamatan Dongko;PRINTER;P 1;1;Modem;10.0.0.1;1;LTE\n"
				+ "350302;Kecamatan Dongko;ROUTER;R;2;P 1;a.b:1;;LTE\n"
				+ "00;Pusat Data;NID_SERVER;N;3;350302/R;::1;2;\n";
		String[] pieces = {";", "\n", "\"", "350302", "P 1", "R", "=", "'", "\u202E", "\0", "é", "MODEM", "1E+15", "/", "\t",
				"jenis", "x".repeat(300)};
		Sentences sentences = new Sentences(Words.INDONESIAN);
		int applicable = 0;
		for (int round = 0; round < ROUNDS; round++) {
			Random random = new Random(round);
			StringBuilder text = new StringBuilder(good);
			for (int i = random.nextInt(5); i > 0; i--) {
				int at = random.nextInt(text.length());
				if (random.nextBoolean()) {
					text.insert(at, pieces[random.nextInt(pieces.length)]);
				} else {
					text.delete(at, at + random.nextInt(12));
				}
			}
			Path file = Files.write(folder.resolve("fuzz.csv"), text.toString().getBytes(StandardCharsets.UTF_8));
			ImportPlan plan = list.plan(file, Fleets.small());
			plan.errors().forEach(problem -> assertFalse(sentences.say(problem).isBlank()));
			plan.notices().forEach(notice -> assertFalse(sentences.say(notice).isBlank()));
			if (plan.isApplicable()) {
				applicable++;
				Fleet after = plan.edit().on(Fleets.small());
				assertTrue(after.loop().isEmpty());
				ImportPlan again = list.plan(file, after);
				assertTrue(again.isApplicable() && again.edit().isEmpty(), "round " + round);
			}
		}
		assertTrue(applicable > ROUNDS / 20 && applicable < ROUNDS, applicable + " applicable");
	}
}
