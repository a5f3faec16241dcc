package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadFilesTest {

	@TempDir
	private Path folder;

	private Fault fault(Path file) {
		Reading reading = new TableReader(Limits.USUAL).read(file, _ -> {
		});
		return assertInstanceOf(Reading.Refused.class, reading).fault();
	}

	private Fault.Code code(Path file) {
		return fault(file).code();
	}

	private Path bytes(String name, byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}

	@ParameterizedTest
	@CsvSource({"PDF, %PDF-1.7 x", "IMAGE, GIF89a", "RTF, {\\rtf1 a}", "HTML, ' <HTML><table>'",
			"HTML, <?xml version='1.0'?>"})
	void aFileIsKnownByItsContentNotItsName(String kind, String content) throws IOException {
		for (String name : new String[] {"a.xlsx", "a.csv", "a"}) {
			assertEquals(Fault.of(Fault.Code.WRONG_TYPE, kind), fault(bytes(name, content.getBytes(StandardCharsets.UTF_8))));
		}
	}

	@Test
	void binaryDataIsNoText() throws IOException {
		byte[] late = "a;b\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
		late[late.length - 2] = 0;
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "BINARY"), fault(bytes("late.csv", late)));
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "BINARY"), fault(bytes("early.csv", new byte[] {'a', 0, 'b'})));
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "BINARY"), fault(bytes("noletter.csv", new byte[] {'a', (byte) 0x81})));
	}

	@Test
	void rightContentUnderAWrongNameIsRead() throws IOException {
		Path csv = bytes("list.xlsx", "a;b".getBytes(StandardCharsets.UTF_8));
		Path xlsx = Books.withSheet(folder.resolve("list.csv"), Books.sheet("<row><c><v>1</v></c></row>"));
		TableReader reader = new TableReader(Limits.USUAL);
		assertEquals(Format.CSV, assertInstanceOf(Reading.Complete.class, reader.read(csv, _ -> {
		})).format());
		assertEquals(Format.XLSX, assertInstanceOf(Reading.Complete.class, reader.read(xlsx, _ -> {
		})).format());
	}

	@Test
	void whatIsNotThereOrHoldsNothingIsToldApart() throws IOException {
		assertEquals(Fault.Code.NO_FILE, code(folder.resolve("none.csv")));
		assertEquals(Fault.Code.NOT_A_FILE, code(folder));
		assertEquals(Fault.Code.EMPTY, code(bytes("empty.csv", new byte[0])));
		assertEquals(Fault.Code.EMPTY, code(bytes("blank.csv", "\uFEFF \r\n;;\n\t".getBytes(StandardCharsets.UTF_8))));
		assertEquals(Fault.Code.EMPTY, code(Books.withSheet(folder.resolve("e.xlsx"), Books.sheet("<row><c/></row>"))));
		XSSFWorkbook hidden = new XSSFWorkbook();
		hidden.createSheet().createRow(0).createCell(0).setCellValue("a");
		hidden.setSheetVisibility(0, SheetVisibility.HIDDEN);
		assertEquals(Fault.Code.NO_SHEET, code(Books.save(hidden, folder.resolve("hidden.xlsx"))));
	}

	@Test
	void aFileThatMayNotBeReadIsToldSo() throws IOException {
		Path file = bytes("secret.csv", "a;b".getBytes(StandardCharsets.UTF_8));
		assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "needs a user who is not root");
		assertEquals(Fault.Code.IO, code(file));
	}

	@Test
	void anotherOfficeFileIsNamed() throws IOException {
		String rels = "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='%s'/></Relationships>";
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "DOCX"), fault(Books.zip(folder.resolve("a.xlsx"), "_rels/.rels",
				rels.formatted("word/document.xml"), "word/document.xml", "<a/>")));
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "XLSB"), fault(Books.zip(folder.resolve("b.xlsx"), "_rels/.rels",
				rels.formatted("xl/workbook.bin"), "xl/workbook.bin", "")));
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "ODS"), fault(Books.zip(folder.resolve("c.xlsx"), "mimetype",
				"application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>")));
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "ZIP"), fault(Books.zip(folder.resolve("d.xlsx"), "a.txt", "a")));
	}

	@Test
	void anOldExcelFileIsToldApartFromALockedOne() throws IOException, GeneralSecurityException {
		Path old = folder.resolve("old.xlsx");
		try (HSSFWorkbook book = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(old)) {
			book.createSheet().createRow(0).createCell(0).setCellValue("a");
			book.write(out);
		}
		assertEquals(Fault.Code.OLD_EXCEL, code(old));

		Path locked = folder.resolve("locked.xlsx");
		EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
		Encryptor encryptor = info.getEncryptor();
		encryptor.confirmPassword("rahasia");
		try (POIFSFileSystem files = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(locked)) {
			try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream inner = encryptor.getDataStream(files)) {
				book.createSheet();
				book.write(inner);
			}
			files.writeFilesystem(out);
		}
		assertEquals(Fault.Code.ENCRYPTED, code(locked));
		assertEquals(Fault.of(Fault.Code.WRONG_TYPE, "OLE"),
				fault(bytes("word.doc", Arrays.copyOf(Files.readAllBytes(locked), 512))));
	}

	@Test
	void aWorkbookCutShortAnywhereIsDamaged() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		book.createSheet().createRow(0).createCell(0).setCellValue("a");
		byte[] whole = Files.readAllBytes(Books.save(book, folder.resolve("whole.xlsx")));
		for (int length = 4; length < whole.length; length += 97) {
			assertEquals(Fault.Code.DAMAGED, code(bytes("cut.xlsx", Arrays.copyOf(whole, length))), "cut at " + length);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"<row><c t='s'><v>7</v></c></row>", "<row r='5'/><row r='5'/>", "<row r='0'/>",
			"<row r='1'><c r='B1'/><c r='A1'/></row>", "<row><c r='A2'/></row>", "<row r='99999999999'/>",
			"<row><c r='XFE1'/></row>", "<row><c><v>1e99999</v></c></row>", "<row><c><v>NaN</v></c></row>", "<row>",
			"<row><c t='s'><v>-1</v></c></row>", "<row><c r='A1'/></row></sheetData><mergeCells><mergeCell ref='A1:XFD1'/>"
			+ "<mergeCell ref='A1:A2'/></mergeCells><sheetData>", "<row>&undeclared;</row>", "<row><c><v>1</v></row></c>"})
	void impossibleSheetsAreDamaged(String rows) throws IOException {
		assertEquals(Fault.Code.DAMAGED, code(Books.withSheet(folder.resolve("p.xlsx"), Books.sheet(rows))));
	}

	@ParameterizedTest
	@CsvSource({"'<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">'",
			"'<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>'",
			"'<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbbbbbbbb\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>'"})
	void documentTypesAreRefusedUnread(String type) throws IOException {
		String sheet = "<?xml version=\"1.0\"?>" + type
				+ "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
		assertEquals(Fault.Code.HOSTILE, code(Books.withSheet(folder.resolve("p.xlsx"), sheet)));
		assertEquals(Fault.Code.HOSTILE, code(Books.withSheet(folder.resolve("q.xlsx"),
				Books.sheet("<row><c t=\"s\"><v>0</v></c></row>"), "xl/strings.xml",
				"<?xml version=\"1.0\"?>" + type + "<sst><si><t>&x;</t></si></sst>")));
	}

	/** Each unpacks to 256 MiB of blanks, rows, one attribute, one text, shared texts, merged cells. */
	@ParameterizedTest
	@CsvSource({"'<worksheet><sheetData>', ' ', TOO_BIG", "'<worksheet><sheetData>', '<row/>', TOO_BIG",
			"'<worksheet><sheetData a=\"', aaaaaaaa, TOO_BIG", "'<worksheet><!--', aaaaaaaa, TOO_BIG",
			"'<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>', aaaaaaaa, TOO_BIG",
			"'<worksheet><sheetData><row><c><v>', 11111111, TOO_BIG",
			"'<worksheet><mergeCells>', '<mergeCell ref=\"A1:XFD1048576\"/>', DAMAGED",
			"'<worksheet><a>', '<a>', TOO_BIG"})
	void aZipBombEndsEarlyInLittleMemory(String head, String filling, Fault.Code expected) throws IOException {
		Path file = Books.withSheet(folder.resolve("start.xlsx"), "<unused/>");
		Path bomb = folder.resolve("bomb.xlsx");
		byte[] piece = filling.repeat((1 << 16) / filling.length()).getBytes(StandardCharsets.UTF_8);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb));
				var from = new java.util.zip.ZipFile(file.toFile())) {
			out.setLevel(1);
			for (ZipEntry entry : from.stream().toList()) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				if (entry.getName().endsWith("s.xml") && entry.getName().contains("worksheets")) {
					out.write(head.getBytes(StandardCharsets.UTF_8));
					for (int i = 0; i < 1 << 12; i++) {
						out.write(piece);
					}
				} else {
					try (InputStream in = from.getInputStream(entry)) {
						in.transferTo(out);
					}
				}
			}
		}
		assertTrue(Files.size(bomb) < 8 << 20, "packed to " + Files.size(bomb));
		Limits limits = Limits.USUAL.withBytes(128L << 20);
		Reading reading = new TableReader(limits).read(bomb, _ -> {
		});
		assertEquals(expected, assertInstanceOf(Reading.Refused.class, reading).fault().code());
	}

	@Test
	void wrongChecksumsAreNoticed() throws IOException {
		Path file = Books.withSheet(folder.resolve("p.xlsx"), Books.sheet("<row><c><v>12345678</v></c></row>"));
		byte[] whole = Files.readAllBytes(file);
		CRC32 crc = new CRC32();
		crc.update(whole);
		int noticed = 0;
		for (int i = 0; i < whole.length; i++) {
			byte[] changed = whole.clone();
			changed[i] ^= 0x10;
			Reading reading = new TableReader(Limits.USUAL).read(bytes("c.xlsx", changed), _ -> {
			});
			noticed += reading instanceof Reading.Refused ? 1 : 0;
		}
		assertTrue(noticed > whole.length / 2, noticed + " of " + whole.length);
	}

	@Test
	void readingStopsWhenItsThreadIsInterrupted() throws IOException {
		Path csv = bytes("a.csv", "a;b\n".repeat(10).getBytes(StandardCharsets.UTF_8));
		Path xlsx = Books.withSheet(folder.resolve("a.xlsx"), Books.sheet("<row><c><v>1</v></c></row>".repeat(10)));
		for (Path file : new Path[] {csv, xlsx}) {
			int[] rows = {0};
			Reading reading = new TableReader(Limits.USUAL).read(file, _ -> {
				if (++rows[0] == 3) {
					Thread.currentThread().interrupt();
				}
			});
			assertTrue(Thread.interrupted());
			assertEquals(Fault.Code.STOPPED, assertInstanceOf(Reading.Refused.class, reading).fault().code());
			assertEquals(3, rows[0]);
		}
	}
}
