package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReadingTest {

	@TempDir
	private Path folder;

	private final List<Row> rows = new ArrayList<>();

	private Reading read(Path file) {
		rows.clear();
		return new TableReader(Limits.USUAL).read(file, rows::add);
	}

	private Reading.Complete readWhole(XSSFWorkbook book) throws IOException {
		return assertInstanceOf(Reading.Complete.class, read(Books.save(book, folder.resolve("book.xlsx"))));
	}

	private String texts() {
		return String.join("\n", rows.stream().map(row -> row.cells().stream()
				.map(cell -> cell.place() + "=" + cell.text() + cell.fault().map(f -> "!" + f.code() + f.arguments())
						.orElse(""))
				.reduce((a, b) -> a + " " + b).orElse("")).toList());
	}

	@Test
	void cellsCarryTheirPlaceAndTheirText() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = book.createSheet("Daftar");
		sheet.createRow(0).createCell(0).setCellValue("kode");
		XSSFRow row = sheet.createRow(6);
		row.createCell(4).setCellValue("MODEM");
		row.createCell(27).setCellValue(" <é> & \"x\" ");
		row.createCell(30).setCellValue(true);
		Reading.Complete complete = readWhole(book);
		assertEquals("A1=kode\nE7=MODEM AB7= <é> & \"x\"  AE7=TRUE", texts());
		assertEquals(new Reading.Complete(Format.XLSX, "Daftar", 2, List.of()), complete);
	}

	@Test
	void numbersReadAsTheCodesTheyShow() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		CellStyle six = book.createCellStyle();
		six.setDataFormat(book.createDataFormat().getFormat("000000"));
		XSSFRow row = book.createSheet().createRow(0);
		double[] values = {350301, 35.03, 0, -2.5, 0.1 + 0.2, 1e14, 123456789012345d};
		for (int i = 0; i < values.length; i++) {
			row.createCell(i).setCellValue(values[i]);
		}
		row.createCell(values.length).setCellValue(1234);
		row.getCell(values.length).setCellStyle(six);
		readWhole(book);
		assertEquals("A1=350301 B1=35.03 C1=0 D1=-2.5 E1=0.3 F1=100000000000000 G1=123456789012345 H1=001234", texts());
	}

	@Test
	void whatExcelHasSpoiledIsMarked() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		CellStyle date = book.createCellStyle();
		date.setDataFormat(book.createDataFormat().getFormat("d-mmm-yy"));
		CellStyle rupiah = book.createCellStyle();
		rupiah.setDataFormat(book.createDataFormat().getFormat("\"Rp hari\" #,##0;[Red]-#,##0"));
		XSSFRow row = book.createSheet().createRow(0);
		row.createCell(0).setCellValue(3503010101990001d);
		row.createCell(1).setCellFormula("1+1");
		row.createCell(2).setCellErrorValue(FormulaError.NA);
		row.createCell(3).setCellValue(45000);
		row.getCell(3).setCellStyle(date);
		row.createCell(4).setCellValue(45000);
		row.getCell(4).setCellStyle(rupiah);
		readWhole(book);
		assertEquals("A1=3503010101990001!ROUNDED[3503010101990001] B1=!FORMULA[=1+1] C1=#N/A!ERROR_VALUE[#N/A] "
				+ "D1=45000!DATE[45000] E1=45000", texts());
	}

	@Test
	void everyCellOfAMergedAreaIsMarked() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = book.createSheet();
		sheet.createRow(0).createCell(0).setCellValue("a");
		sheet.getRow(0).createCell(3).setCellValue("d");
		sheet.createRow(1).createCell(3).setCellValue("e");
		sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
		readWhole(book);
		assertEquals("A1=a!MERGED[A1:B2] B1=!MERGED[A1:B2] D1=d\nA2=!MERGED[A1:B2] B2=!MERGED[A1:B2] D2=e", texts());
	}

	@Test
	void anOverlongTextIsMarkedAndNotKept() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		book.createSheet().createRow(0).createCell(0).setCellValue("x".repeat(32_000));
		Path file = Books.save(book, folder.resolve("long.xlsx"));
		new TableReader(Limits.USUAL.withText(10)).read(file, rows::add);
		assertEquals("A1=xxxxxxxxxx!LONG_TEXT[32000, 10]", texts());
	}

	@Test
	void richAndEscapedTextsAreReadAsTheyShow() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFRichTextString rich = new XSSFRichTextString("Modem");
		rich.append(" baru", book.createFont());
		XSSFRow row = book.createSheet().createRow(0);
		row.createCell(0).setCellValue(rich);
		row.createCell(1).setCellValue("a\n  b");
		readWhole(book);
		assertEquals("A1=Modem baru B1=a\n  b", texts());
		read(Books.withSheet(folder.resolve("p.xlsx"), Books.sheet("<row><c t=\"s\"><v>0</v></c>"
				+ "<c t=\"inlineStr\"><is><t>_x005F_x0041_ _x000D_</t></is></c></row>"), "xl/strings.xml",
				"<sst><si><r><t>東</t></r><rPh><t>ひがし</t></rPh><r><t>京</t></r></si></sst>"));
		assertEquals("A1=東京 B1=_x0041_ \r", texts());
	}

	@Test
	void theFirstVisibleSheetIsReadAndTheOthersAreTold() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		for (String name : List.of("Sembunyi", "Rahasia", "Daftar", "Kosong", "Lama")) {
			book.createSheet(name).createRow(0).createCell(0).setCellValue(name.equals("Kosong") ? "" : name);
		}
		book.setActiveSheet(2);
		book.setSheetVisibility(0, SheetVisibility.HIDDEN);
		book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
		assertEquals(new Reading.Complete(Format.XLSX, "Daftar", 1,
				List.of(new Remark(Remark.Code.OTHER_SHEETS, List.of("Lama")),
						new Remark(Remark.Code.HIDDEN_SHEETS, List.of("Sembunyi", "Rahasia")))), readWhole(book));
		assertEquals("A1=Daftar", texts());
	}

	@Test
	void rowsAndCellsWithoutReferencesAreCounted() throws IOException {
		read(Books.withSheet(folder.resolve("p.xlsx"), Books.sheet(
				"<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c r=\"C3\"><v>3</v></c><c><v>4</v></c></row>")));
		assertEquals("A1=1 C1=2\nC3=3 D3=4", texts());
	}

	@ParameterizedTest
	@ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
	void partsMayBeInAnyEncodingOfTheStandard(String name) throws IOException {
		for (String mark : new String[] {"", "\uFEFF"}) {
			String sheet = mark + Books.sheet("<row><c t=\"inlineStr\"><is><t>ꦗé</t></is></c></row>")
					.replace("UTF-8", name).replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>");
			Path file = Books.replaced(Books.withSheet(folder.resolve("p.xlsx"), ""), "xl/worksheets/s.xml",
					sheet.getBytes(Charset.forName(name)));
			assertInstanceOf(Reading.Complete.class, read(file), () -> read(file).toString());
			assertEquals("A1=ꦗé B1=!MERGED[B1:C1] C1=!MERGED[B1:C1]", texts());
		}
	}

	@Test
	void manyEscapedCharactersAreNoAttack() throws IOException {
		Reading reading = read(Books.withSheet(folder.resolve("p.xlsx"), Books.sheet(
				("<row><c t=\"inlineStr\"><is><t>" + "&lt;&amp;&#233;".repeat(100) + "</t></is></c></row>").repeat(5000))));
		assertInstanceOf(Reading.Complete.class, reading, reading::toString);
		assertTrue(rows.get(4999).cell(1).text().startsWith("<&é<&é"));
	}

	@Test
	void theRowThatIsOneTooManyIsNamed() throws IOException {
		Path file = Books.withSheet(folder.resolve("p.xlsx"), Books.sheet("<row/><row><c><v>1</v></c></row>".repeat(6)));
		assertEquals("Refused[fault=Fault[code=TOO_MANY_ROWS, arguments=[5]], place=Optional[A12]]",
				new TableReader(Limits.USUAL.withRows(5)).read(file, rows::add).toString());
		assertInstanceOf(Reading.Complete.class, new TableReader(Limits.USUAL.withRows(6)).read(file, rows::add));
	}

	@Test
	void aCellFarToTheRightIsNamed() throws IOException {
		assertEquals("Refused[fault=Fault[code=TOO_MANY_COLUMNS, arguments=[256]], place=Optional[IW1]]",
				read(Books.withSheet(folder.resolve("p.xlsx"), Books.sheet("<row><c r=\"IW1\"><v>1</v></c></row>")))
						.toString());
	}
}
