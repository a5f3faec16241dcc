package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritingTest {

	private static final String[] ODD = {"=1+1", "+62", "-1", "@a", "'=x", "''-y", "'", "\t=1", "\r", "\n@",
			" a ", "a\r\nb", "\"", "a;b,c\td", "007", "1.23E+15", "_x0041_", "_x005F_", "_x00", "\u0007", "\uFFFE", "\uD800",
			"x\uDC00", "😀", "ꦗꦮ", "العربية", "<&>", "]]>", "TRUE", "#N/A", "sep=,", "=\"007\"", "\u00A0", "\u0085", "\u2028"};

	@TempDir
	private Path folder;

	private static Table table(List<String> headings, List<List<String>> rows) {
		return new Table("Daftar", headings, rows.iterator());
	}

	private List<List<String>> readBack(Path file, int columns) {
		List<List<String>> back = new ArrayList<>();
		Reading reading = new TableReader(Limits.USUAL.withRows(2_000_000)).read(file,
				row -> back.add(IntStream.rangeClosed(1, columns).mapToObj(c -> row.cell(c).text()).toList()));
		assertInstanceOf(Reading.Complete.class, reading, reading::toString);
		return back.subList(1, back.size());
	}

	@ParameterizedTest
	@EnumSource
	void everyTextComesBackAsItWas(Format format) {
		Path file = folder.resolve("odd");
		Random random = new Random(11);
		for (int round = 0; round < 200; round++) {
			List<List<String>> rows = new ArrayList<>();
			for (int r = 0; r < 20; r++) {
				List<String> row = new ArrayList<>(List.of("x"));
				for (int c = 0; c < 3; c++) {
					StringBuilder text = new StringBuilder();
					for (int i = random.nextInt(4); i > 0; i--) {
						text.append(ODD[random.nextInt(ODD.length)]);
					}
					// A CSV file keeps neither the kind of line end nor half characters, and a blank cell is no cell.
					String kept = format == Format.CSV ? text.toString().replace("\r\n", "\n").replace('\r', '\n')
							.replaceAll("[\uD800-\uDFFF]", "").replaceFirst("^=\"[^\"]*\"$", "") : text.toString();
					row.add(kept.isBlank() ? "" : kept);
				}
				rows.add(row);
			}
			assertEquals(new Writing.Written(20),
					new TableWriter().write(file, format, table(List.of("a", "b", "c", "d"), rows)));
			assertEquals(rows, readBack(file, 4), "round " + round);
		}
	}

	@Test
	void aWorkbookIsReadableForApachePoiWithTextFormatHeaderFilterAndFrozenRow() throws IOException {
		Path file = folder.resolve("book.xlsx");
		new TableWriter().write(file, Format.XLSX,
				table(List.of("kode", "catatan"), List.of(List.of("007", " ꦗꦮ\n_x0041_"), List.of("=1+1", "x".repeat(500)))));
		try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
			XSSFSheet sheet = book.getSheet("Daftar");
			assertTrue(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold());
			assertEquals(1, sheet.getPaneInformation().getHorizontalSplitTopRow());
			assertEquals("A1:B3", sheet.getCTWorksheet().getAutoFilter().getRef());
			XSSFCell code = sheet.getRow(1).getCell(0);
			assertEquals(CellType.STRING, code.getCellType());
			assertEquals("@", code.getCellStyle().getDataFormatString());
			assertEquals("007", code.getStringCellValue());
			assertEquals(" ꦗꦮ\n_x0041_", sheet.getRow(1).getCell(1).getStringCellValue());
			assertEquals(CellType.STRING, sheet.getRow(2).getCell(0).getCellType());
			assertEquals("=1+1", sheet.getRow(2).getCell(0).getStringCellValue());
			assertEquals("@", sheet.getColumnStyle(0).getDataFormatString());
			assertEquals(60, sheet.getColumnWidth(1) / 256);
			assertEquals(8, sheet.getColumnWidth(0) / 256);
		}
	}

	@Test
	void aCsvFileOpensAsColumnsAndHoldsNoFormula() throws IOException {
		Path file = folder.resolve("list.csv");
		new TableWriter().write(file, Format.CSV, table(List.of("kode", "catatan"), List.of(List.of("=1+1", "a;\"b\""))));
		assertEquals("\uFEFFkode;catatan\r\n'=1+1;\"a;\"\"b\"\"\"\r\n", Files.readString(file, StandardCharsets.UTF_8));
	}

	@Test
	void rowsPastTheEndOfASheetGoOnInTheNext() throws IOException {
		Path file = folder.resolve("long.xlsx");
		Iterator<List<String>> rows = Stream.generate(() -> List.of("x")).limit(1_048_580).iterator();
		assertEquals(new Writing.Written(1_048_580),
				new TableWriter().write(file, Format.XLSX, new Table("D", List.of("a"), rows)));
		Reading.Complete first = assertInstanceOf(Reading.Complete.class,
				new TableReader(Limits.USUAL.withRows(2_000_000)).read(file, _ -> {
				}));
		assertEquals(1_048_576, first.rows());
		assertEquals(List.of(new Remark(Remark.Code.OTHER_SHEETS, List.of("D_1"))), first.remarks());
	}

	@ParameterizedTest
	@EnumSource
	void whatFailsLeavesTheOldFileAndNoOther(Format format) throws IOException {
		Path file = Files.writeString(folder.resolve("list"), "old");
		Iterator<List<String>> failing = Stream.iterate(0, i -> i + 1).map(i -> {
			if (i == 5000) {
				throw new IllegalStateException("row " + i);
			}
			return List.of("x");
		}).iterator();
		assertThrows(IllegalStateException.class,
				() -> new TableWriter().write(file, format, new Table("D", List.of("a"), failing)));
		Iterator<List<String>> stopping = Stream.iterate(0, i -> i + 1).peek(i -> {
			if (i == 5000) {
				Thread.currentThread().interrupt();
			}
		}).map(_ -> List.of("x")).iterator();
		Writing stopped = new TableWriter().write(file, format, new Table("D", List.of("a"), stopping));
		assertTrue(Thread.interrupted());
		assertEquals(Fault.Code.STOPPED, assertInstanceOf(Writing.Refused.class, stopped).fault().code());
		assertEquals("old", Files.readString(file));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(file), left.toList());
		}
	}

	@Test
	void aTextThatNoWorkbookCellHoldsIsToldWithItsPlace() {
		assertEquals("Refused[fault=Fault[code=LONG_TEXT, arguments=[32768, 32767]], place=Optional[B2]]",
				new TableWriter().write(folder.resolve("a.xlsx"), Format.XLSX,
						table(List.of("a", "b"), List.of(List.of("x", "y".repeat(32_768))))).toString());
	}

	@Test
	void placesThatCannotBeWrittenAreTold() throws IOException {
		Table table = table(List.of("a"), List.of());
		assertEquals(Fault.Code.NO_FOLDER, fault(folder.resolve("none/a.csv"), table));
		assertEquals(Fault.Code.NOT_A_FILE, fault(folder, table));
		assertEquals(Fault.Code.CLOSED_FOLDER, fault(Path.of("/sys/posko.csv"), table));
		assertEquals(Fault.Code.IO, fault(Path.of("/proc/posko.csv"), table));
		Path real = Files.writeString(folder.resolve("real.csv"), "old");
		Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
		assertEquals(new Writing.Written(0), new TableWriter().write(link, Format.CSV, table(List.of("a"), List.of())));
		assertTrue(Files.isSymbolicLink(link) && Files.readString(real).contains("a"));
	}

	private static Fault.Code fault(Path file, Table table) {
		return assertInstanceOf(Writing.Refused.class, new TableWriter().write(file, Format.CSV, table)).fault().code();
	}

	/** Twelve columns as an inventory has, read and written in a heap far smaller than the rows. */
	@ParameterizedTest
	@EnumSource
	void twoHundredThousandRowsGoThroughInConstantMemory(Format format) throws IOException {
		Path file = folder.resolve("big");
		Iterator<List<String>> rows = IntStream.range(0, 200_000)
				.mapToObj(i -> IntStream.range(0, 12).mapToObj(c -> "sel " + i + "." + c).toList()).iterator();
		long start = System.nanoTime();
		new TableWriter().write(file, format, new Table("D", Arrays.asList("a,b,c,d,e,f,g,h,i,j,k,l".split(",")), rows));
		long written = System.nanoTime();
		long[] cells = {0};
		Reading reading = new TableReader(Limits.USUAL.withRows(300_000)).read(file, row -> cells[0] += row.cells().size());
		long read = System.nanoTime();
		assertEquals(200_001 * 12, cells[0], reading.toString());
		assertNotNull(assertInstanceOf(Reading.Complete.class, reading));
		System.getLogger("figures").log(System.Logger.Level.INFO,
				"200,000 rows of 12 as {0}: {1} MB, written in {2} ms, read in {3} ms",
				format, Files.size(file) >> 20, (written - start) / 1_000_000, (read - written) / 1_000_000);
	}
}
