package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.report.Column.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What OWASP lists as "CSV injection": a text that a spreadsheet would run. */
class FormulaInjectionTest {

	private static final List<String> HOSTILE = List.of("=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1",
			"\r=1+1", "\n=1+1", "=HYPERLINK(\"http://x\";\"y\")", "'=1+1", "-5", "+62812", "=\"007\"");

	@TempDir
	private Path folder;

	private static StyledTable table() {
		List<List<Value>> rows = HOSTILE.stream().map(text -> List.<Value>of(new Value.Text(text), Value.of(-5L),
				new Value.Text(text))).toList();
		return new StyledTable("=1+1", List.of("=1+1"), List.of(Column.text("=2+2"), Column.of(Kind.WHOLE, "-n"),
				Column.of(Kind.WHOLE, "@x")), rows.iterator(), "=3+3", List.of("=4+4"),
				new Metadata("-1+1", List.of(new Metadata.Entry("=5+5", "=6+6"))));
	}

	private Path written(Format format, String name) {
		Path file = folder.resolve(name);
		assertEquals(new Writing.Written(HOSTILE.size()), new TableWriter().write(file, format, table()));
		return file;
	}

	private static void assertNothingRuns(Path workbook, int firstRow) throws IOException {
		try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
			for (Sheet sheet : book) {
				for (Row row : sheet) {
					for (Cell cell : row) {
						assertFalse(cell.getCellType() == CellType.FORMULA, sheet.getSheetName() + " " + cell.getAddress());
					}
				}
			}
			for (int i = 0; i < HOSTILE.size(); i++) {
				assertEquals(-5, book.getSheetAt(0).getRow(firstRow + i).getCell(1).getNumericCellValue());
			}
		}
	}

	@Test
	void inAWorkbookEveryTextIsACellOfTypeText() throws IOException {
		Path file = written(Format.XLSX, "hostile.xlsx");
		assertNothingRuns(file, 3);
		try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
			for (int i = 0; i < HOSTILE.size(); i++) {
				Cell cell = book.getSheetAt(0).getRow(3 + i).getCell(0);
				assertEquals(HOSTILE.get(i), cell.getStringCellValue());
				assertEquals("@", cell.getCellStyle().getDataFormatString());
			}
		}
	}

	@Test
	void inCsvATextBeginsWithAnApostropheAndANumberDoesNot() throws IOException {
		Path file = written(Format.CSV, "hostile.csv");
		try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8,
				CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
			List<CSVRecord> records = parser.getRecords();
			for (int i = 0; i < HOSTILE.size(); i++) {
				assertEquals("'" + HOSTILE.get(i), records.get(i + 1).get(0));
				assertEquals("-5", records.get(i + 1).get(1));
				assertTrue(records.get(i + 1).get(2).startsWith("'"));
			}
			assertEquals("'=2+2", records.getFirst().get(0).replace("\uFEFF", ""));
		}
	}

	@Test
	void libreOfficeRunsNothingOfAWorkbook() throws IOException, InterruptedException {
		assertNothingRuns(new Office(folder).convert(written(Format.XLSX, "book.xlsx"), "xlsx"), 3);
	}

	@Test
	void libreOfficeRunsNothingOfCsv() throws IOException, InterruptedException {
		assertNothingRuns(new Office(folder).convert(written(Format.CSV, "list.csv"), "xlsx"), 1);
	}
}
