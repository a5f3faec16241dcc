package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.report.Column.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Styled tables, read by Apache POI. */
class StyledTableTest {

	@TempDir
	private Path folder;

	static StyledTable population() {
		List<Column> columns = List.of(Column.text("Kode"), Column.text("Desa"), Column.summed(Kind.WHOLE, "Laki-laki"),
				Column.summed(Kind.WHOLE, "Perempuan"), Column.summed(Kind.FRACTION, "Luas (km²)"),
				Column.of(Kind.SHARE, "Rekam"));
		List<List<Value>> rows = List.of(
				List.of(Value.of("99.01.01.2001"), Value.of("Contoh Lor"), Value.of(1_234_567L), Value.of(1_199_001L),
						Value.of(12.25), Value.of(0.9875)),
				List.of(Value.of("9999990101700001"), Value.of("=HYPERLINK(\"http://x\")"), Value.of(-5L), Value.NOTHING,
						Value.of(3.5), Value.of(1.0)),
				List.of(Value.of("0007"), Value.of("Contoh Kidul"), Value.of("tidak ada data")));
		return new StyledTable("Penduduk", List.of("PEMERINTAH KABUPATEN CONTOH", "JUMLAH PENDUDUK", "TAHUN 2025 SEMESTER II"),
				columns, rows.iterator(), "Jumlah", List.of("Contoh, 2 Januari 2026", "Kepala Dinas", "", "Budi Contoh", "NIP -"),
				new Metadata("Keterangan", List.of(new Metadata.Entry("Sumber", "DKB Semester II 2025"),
						new Metadata.Entry("Wilayah", "=99.01"))));
	}

	private XSSFWorkbook written(StyledTable table) throws IOException {
		Path file = folder.resolve("table.xlsx");
		Writing writing = new TableWriter().write(file, Format.XLSX, table);
		assertTrue(writing instanceof Writing.Written, writing::toString);
		return new XSSFWorkbook(Files.newInputStream(file));
	}

	@Test
	void everyPartIsAsItsSchemaAsks() throws IOException {
		try (XSSFWorkbook book = written(population())) {
			for (XmlObject part : List.of(book.getCTWorkbook(), book.getStylesSource().getCTStylesheet(),
					book.getSheetAt(0).getCTWorksheet(), book.getSheetAt(1).getCTWorksheet())) {
				List<XmlError> errors = new ArrayList<>();
				assertTrue(part.validate(new XmlOptions().setErrorListener(errors)), errors::toString);
			}
		}
	}

	@Test
	void libreOfficeShowsIndonesianNumbersAndTheTotals() throws IOException, InterruptedException {
		Office office = new Office(folder);
		written(population()).close();
		String text = office.text(office.convert(folder.resolve("table.xlsx"), "pdf"));
		for (String shown : List.of("1.234.567", "1.234.562", "1.199.001", "12,25", "15,75",
				"98,75 %", "0007", "9999990101700001", "=HYPERLINK(\"http://x\")", "JUMLAH PENDUDUK", "DKB Semester II 2025")) {
			assertTrue(text.contains(shown), shown + " not in " + text);
		}
	}

	@Test
	void titlesAndHeadingsStandOverTheTableAndStayInSight() throws IOException {
		try (XSSFWorkbook book = written(population())) {
			XSSFSheet sheet = book.getSheet("Penduduk");
			assertEquals("JUMLAH PENDUDUK", sheet.getRow(1).getCell(0).getStringCellValue());
			assertTrue(sheet.getMergedRegions().contains(CellRangeAddress.valueOf("A2:F2")));
			assertEquals(HorizontalAlignment.CENTER, sheet.getRow(1).getCell(0).getCellStyle().getAlignment());
			assertTrue(sheet.getRow(4).getCell(0).getCellStyle().getFont().getBold());
			assertEquals(BorderStyle.THIN, sheet.getRow(4).getCell(0).getCellStyle().getBorderBottom());
			assertEquals(5, sheet.getPaneInformation().getHorizontalSplitTopRow());
			assertTrue(sheet.getPaneInformation().isFreezePane());
			assertEquals("A5:F8", sheet.getCTWorksheet().getAutoFilter().getRef());
			assertEquals("$5:$5", sheet.getRepeatingRows().formatAsString(null, true));
			assertTrue(sheet.getPrintSetup().getLandscape());
		}
	}

	@Test
	void codesAreTextsAndNumbersAreNumbersWithTheirFormats() throws IOException {
		try (XSSFWorkbook book = written(population())) {
			XSSFSheet sheet = book.getSheet("Penduduk");
			XSSFCell code = sheet.getRow(6).getCell(0);
			assertEquals(CellType.STRING, code.getCellType());
			assertEquals("9999990101700001", code.getStringCellValue());
			assertEquals("@", code.getCellStyle().getDataFormatString());
			XSSFCell men = sheet.getRow(5).getCell(2);
			assertEquals(CellType.NUMERIC, men.getCellType());
			assertEquals(1_234_567, men.getNumericCellValue());
			assertEquals("[$-421]#,##0", men.getCellStyle().getDataFormatString());
			assertEquals(-5, sheet.getRow(6).getCell(2).getNumericCellValue());
			assertEquals(CellType.BLANK, sheet.getRow(6).getCell(3).getCellType());
			assertEquals(BorderStyle.THIN, sheet.getRow(6).getCell(3).getCellStyle().getBorderTop());
			assertEquals("tidak ada data", sheet.getRow(7).getCell(2).getStringCellValue());
			assertEquals("0007", sheet.getRow(7).getCell(0).getStringCellValue());
		}
	}

	@Test
	void totalsSumTheRowsOfDataAlone() throws IOException {
		try (XSSFWorkbook book = written(population())) {
			XSSFSheet sheet = book.getSheet("Penduduk");
			assertEquals("Jumlah", sheet.getRow(8).getCell(0).getStringCellValue());
			assertEquals("SUM(C6:C8)", sheet.getRow(8).getCell(2).getCellFormula());
			assertEquals("SUM(E6:E8)", sheet.getRow(8).getCell(4).getCellFormula());
			assertEquals(1_234_562, calculated(sheet.getRow(8).getCell(2)));
			assertEquals(1_199_001, calculated(sheet.getRow(8).getCell(3)));
			assertEquals(15.75, calculated(sheet.getRow(8).getCell(4)));
			assertEquals(CellType.BLANK, sheet.getRow(8).getCell(5).getCellType());
			assertEquals("Kepala Dinas", sheet.getRow(11).getCell(4).getStringCellValue());
		}
	}

	private static double calculated(XSSFCell cell) {
		return cell.getSheet().getWorkbook().getCreationHelper().createFormulaEvaluator().evaluate(cell).getNumberValue();
	}

	@Test
	void aTableWithoutRowsSumsToZero() throws IOException {
		StyledTable empty = new StyledTable("Kosong", List.of(), List.of(Column.text("a"), Column.summed(Kind.WHOLE, "b")),
				List.<List<Value>>of().iterator(), "Jumlah", List.of(), Metadata.NONE);
		try (XSSFWorkbook book = written(empty)) {
			assertEquals(1, book.getNumberOfSheets());
			assertEquals(0, calculated(book.getSheetAt(0).getRow(1).getCell(1)));
		}
	}

	@Test
	void metadataHaveASheetOfTheirOwn() throws IOException {
		try (XSSFWorkbook book = written(population())) {
			XSSFSheet sheet = book.getSheet("Keterangan");
			assertEquals("DKB Semester II 2025", sheet.getRow(0).getCell(1).getStringCellValue());
			assertEquals(CellType.STRING, sheet.getRow(1).getCell(1).getCellType());
			assertEquals("=99.01", sheet.getRow(1).getCell(1).getStringCellValue());
		}
	}

	@Test
	void totalsReachOverSheets() {
		Totals totals = new Totals();
		totals.addRows("Kec. Jum’at & <1>", 2, 9);
		totals.addRows("b", 2, 1);
		totals.addRows("b", 2, 4);
		assertEquals("SUM('Kec. Jum’at & <1>'!A2:A9,A2:A4)", totals.formula(0, "b"));
	}

	@Test
	void sheetNamesAreThoseThatExcelTakes() throws IOException {
		assertEquals("’a-b-c-d", SheetName.of("'a/b[c:d", List.of()));
		assertEquals("-", SheetName.of(" ", List.of()));
		assertEquals("x".repeat(29) + "_1", SheetName.of("x".repeat(40), List.of("X".repeat(31))));
		assertEquals("D_2", SheetName.of("D", List.of("D", "d_1")));
		StyledTable table = StyledTable.of(new Table("R&D <'1'>?", List.of("a"), List.of(List.of("b")).iterator()));
		try (XSSFWorkbook book = written(table)) {
			assertEquals("R&D <’1’>-", book.getSheetName(0));
			for (XSSFName name : book.getAllNames()) {
				assertTrue(name.getRefersToFormula().startsWith("'R&D <’1’>-'!$"), name.getRefersToFormula());
			}
		}
	}

	@Test
	void inCsvANumberStaysANumberAndATextNeverRuns() throws IOException {
		Path file = folder.resolve("table.csv");
		assertEquals(new Writing.Written(3), new TableWriter().write(file, Format.CSV, population()));
		assertEquals(List.of("\uFEFFKode;Desa;Laki-laki;Perempuan;Luas (km²);Rekam",
				"99.01.01.2001;Contoh Lor;1234567;1199001;12,25;0,9875",
				"9999990101700001;\"'=HYPERLINK(\"\"http://x\"\")\";-5;;3,5;1,0",
				"0007;Contoh Kidul;tidak ada data"), Files.readAllLines(file, StandardCharsets.UTF_8));
	}

	@Test
	void whatNoSpreadsheetHoldsIsNoValue() {
		assertThrows(IllegalArgumentException.class, () -> Value.of(1_000_000_000_000_000L));
		assertThrows(IllegalArgumentException.class, () -> Value.of(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> Column.summed(Kind.TEXT, "a"));
		StyledTable tooWide = StyledTable.of(new Table("a", List.of("a"), List.of(List.of("b", "c")).iterator()));
		assertThrows(IllegalArgumentException.class,
				() -> new TableWriter().write(folder.resolve("wide.xlsx"), Format.XLSX, tooWide));
		assertFalse(Files.exists(folder.resolve("wide.xlsx")));
	}
}
