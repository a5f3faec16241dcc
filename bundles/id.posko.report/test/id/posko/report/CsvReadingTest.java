package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

	@TempDir
	private Path folder;

	private final List<Row> rows = new ArrayList<>();

	private Reading read(byte[] content) throws IOException {
		rows.clear();
		return new TableReader(Limits.USUAL).read(Files.write(folder.resolve("list.csv"), content), rows::add);
	}

	private String texts(String content) throws IOException {
		return texts(content.getBytes(StandardCharsets.UTF_8));
	}

	private String texts(byte[] content) throws IOException {
		assertInstanceOf(Reading.Complete.class, read(content));
		return String.join("|", rows.stream().flatMap(row -> row.cells().stream())
				.map(cell -> cell.place() + "=" + cell.text()).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = {",", ";", "\t"})
	void theDelimiterIsFoundInTheFirstLineThatHoldsSomething(String delimiter) throws IOException {
		String line = "\n\"a,;\t,;\t\"#b#c\n1#\"2\"#3;,\n".replace("3;,", "3").replace("#", delimiter);
		assertEquals("A2=a,;\t,;\t|B2=b|C2=c|A3=1|B3=2|C3=3", texts(line));
	}

	@Test
	void aFirstLineMayNameTheDelimiter() throws IOException {
		assertEquals("A1=a;b|B1=c|A2=1", texts("\uFEFFsep=,\r\na;b,c\r\n1"));
	}

	@Test
	void quotesKeepDelimitersLineEndsAndQuotes() throws IOException {
		assertEquals("A1=a;b\nc\"d\"|B1= e |A2=5\" disk|B2=xy|A4=last",
				texts("\"a;b\r\nc\"\"d\"\"\"; e \n5\" disk;\"x\"y\n\nlast"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"\n", "\r", "\r\n"})
	void everyLineEndCountsOnce(String end) throws IOException {
		assertEquals("A1=a|A3=b|A4=c", texts("a##b#c#".replace("#", end)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
	void aByteOrderMarkNamesTheEncoding(String name) throws IOException {
		assertEquals("A1=é|B1=ꦗꦮ😀", texts("\uFEFFé;ꦗꦮ😀".getBytes(Charset.forName(name))));
	}

	@Test
	void whatIsNotUtf8IsReadAsWindows1252AndSaysSo() throws IOException {
		Reading reading = read("Caf\u00e9;\u20ac\u2013".getBytes(Charset.forName("windows-1252")));
		assertEquals(List.of(new Remark(Remark.Code.WINDOWS_1252, List.of())),
				assertInstanceOf(Reading.Complete.class, reading).remarks());
		assertEquals("Café", rows.getFirst().cell(1).text());
		assertEquals("€–", rows.getFirst().cell(2).text());
	}

	@Test
	void utf8IsJudgedByTheWholeFile() throws IOException {
		byte[] late = ("é;" + "x".repeat(70_000) + "\n").repeat(3).getBytes(StandardCharsets.UTF_8);
		assertEquals(List.of(), assertInstanceOf(Reading.Complete.class, read(late)).remarks());
		late[late.length - 2] = (byte) 0xE9;
		assertEquals(1, assertInstanceOf(Reading.Complete.class, read(late)).remarks().size());
		assertEquals(1, assertInstanceOf(Reading.Complete.class, read(new byte[] {'a', (byte) 0xC3})).remarks().size());
	}

	@Test
	void anOpenQuoteIsToldWhereItBegins() throws IOException {
		assertEquals("Refused[fault=Fault[code=OPEN_QUOTE, arguments=[]], place=Optional[B2]]",
				read("a;b\nc;\"d\ne;f\n".getBytes(StandardCharsets.UTF_8)).toString());
	}

	@Test
	void anOverlongCellIsMarkedAndCounted() throws IOException {
		read(("a\n" + "y".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8));
		assertEquals(Fault.of(Fault.Code.LONG_TEXT, 40_000L, 32_767), rows.get(1).cell(1).fault().orElseThrow());
	}

	@Test
	void textsThatAreGuardedForSpreadsheetsLoseTheirGuard() throws IOException {
		assertEquals("A1==1+1|B1='abc|C1='=x|D1=007|E1=-5|F1='", texts("'=1+1;'abc;''=x;\"=\"\"007\"\"\";'-5;'"));
	}

	@Test
	void commonsCsvAsAForeignPeerIsReadBack() throws IOException {
		Random random = new Random(7);
		String[] pieces = {"a", "\"", ";", ",", "\n", "\r\n", " ", "é", "''", "x"};
		for (int round = 0; round < 300; round++) {
			List<List<String>> expected = new ArrayList<>();
			StringBuilder out = new StringBuilder();
			try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
				for (int r = 0; r < 1 + random.nextInt(5); r++) {
					List<String> cells = new ArrayList<>(List.of("head"));
					for (int c = 0; c < random.nextInt(4); c++) {
						StringBuilder text = new StringBuilder("z");
						for (int i = 0; i < random.nextInt(5); i++) {
							text.append(pieces[random.nextInt(pieces.length)]);
						}
						cells.add(text.toString().replace("\r\n", "\n"));
					}
					expected.add(cells);
					printer.printRecord(cells);
				}
			}
			String first = "head,z,z,z,z\r\n";
			read((first + out).getBytes(StandardCharsets.UTF_8));
			assertEquals(expected, rows.stream().skip(1).map(row -> row.cells().stream().map(Cell::text).toList()).toList());
		}
	}
}
