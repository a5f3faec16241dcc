package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken files by the thousand: every one ends in an outcome, none in an exception, and both outcomes occur. */
class FuzzTest {

	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;

	@TempDir
	private Path folder;

	private byte[] workbook() throws IOException {
		XSSFWorkbook book = new XSSFWorkbook();
		XSSFSheet sheet = book.createSheet("S");
		for (int r = 0; r < 8; r++) {
			for (int c = 0; c < 5; c++) {
				if (c == 3) {
					sheet.createRow(20 + r).createCell(c).setCellValue(350301 + r);
				} else {
					(sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r)).createCell(c).setCellValue("t" + r + c);
				}
			}
		}
		sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(30, 31, 0, 1));
		return Files.readAllBytes(Books.save(book, folder.resolve("seed.xlsx")));
	}

	private static byte[] broken(byte[] whole, Random random) {
		byte[] bytes = whole.clone();
		for (int i = 1 + random.nextInt(6); i > 0; i--) {
			switch (random.nextInt(4)) {
				case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
				case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
				case 2 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
				default -> {
					int from = random.nextInt(bytes.length);
					int to = random.nextInt(bytes.length);
					int count = Math.min(random.nextInt(40), bytes.length - Math.max(from, to));
					System.arraycopy(bytes, from, bytes, to, count);
				}
			}
		}
		return bytes;
	}

	/** Breaks the text of one part and packs it again, so that the damage gets past the checksums. */
	private static byte[] brokenInside(byte[] whole, Random random) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int victim = random.nextInt(10);
		try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(whole));
				ZipOutputStream zip = new ZipOutputStream(out)) {
			int number = 0;
			for (ZipEntry entry; (entry = in.getNextEntry()) != null; number++) {
				byte[] part = in.readAllBytes();
				zip.putNextEntry(new ZipEntry(entry.getName()));
				boolean hit = number == victim || entry.getName().contains("sheet1") && random.nextBoolean();
				zip.write(hit && part.length > 0 ? broken(part, random) : part);
			}
		}
		return out.toByteArray();
	}

	private void fuzz(int rounds, byte[] seed, Source source) throws IOException {
		Path file = folder.resolve("fuzz");
		Map<Fault.Code, Integer> refused = new EnumMap<>(Fault.Code.class);
		int complete = 0;
		for (int round = 0; round < rounds; round++) {
			Files.write(file, source.make(seed, new Random(round)));
			int[] last = {0};
			Reading reading;
			try {
				reading = new TableReader(Limits.USUAL).read(file, row -> {
					assertTrue(row.number() > last[0] && !row.cells().isEmpty());
					last[0] = row.number();
				});
			} catch (RuntimeException | StackOverflowError e) {
				throw new AssertionError("round " + round, e);
			}
			switch (reading) {
				case Reading.Complete _ -> complete++;
				case Reading.Refused no -> refused.merge(no.fault().code(), 1, Integer::sum);
			}
		}
		assertTrue(complete > 0 && !refused.isEmpty(), complete + " " + refused);
		assertEquals(null, refused.get(Fault.Code.IO), refused.toString());
	}

	private interface Source {
		byte[] make(byte[] seed, Random random) throws IOException;
	}

	@Test
	void brokenBytesOfAWorkbook() throws IOException {
		fuzz(ROUNDS, workbook(), FuzzTest::broken);
	}

	@Test
	void brokenPartsOfAWorkbook() throws IOException {
		fuzz(ROUNDS, workbook(), FuzzTest::brokenInside);
	}

	@Test
	void brokenBytesOfText() throws IOException {
		byte[] text = "kode;\"nama, \"\"x\"\"\"\r\n350301;'=1;é\n\n\"a\nb\";c\n".getBytes(StandardCharsets.UTF_8);
		fuzz(ROUNDS, text, FuzzTest::broken);
	}

	@Test
	void randomBytes() throws IOException {
		List<byte[]> heads = List.of(new byte[0], "PK\3\4".getBytes(StandardCharsets.UTF_8),
				"a;b\n".getBytes(StandardCharsets.UTF_8),
				new byte[] {(byte) 0xFF, (byte) 0xFE}, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
		fuzz(ROUNDS, new byte[0], (_, random) -> {
			byte[] head = heads.get(random.nextInt(heads.size()));
			byte[] bytes = new byte[head.length + random.nextInt(300)];
			random.nextBytes(bytes);
			if (random.nextInt(4) == 0) {
				for (int i = 0; i < bytes.length; i++) {
					bytes[i] = (byte) (32 + (bytes[i] & 0x3F));
				}
			}
			System.arraycopy(head, 0, bytes, 0, head.length);
			return bytes;
		});
	}
}
