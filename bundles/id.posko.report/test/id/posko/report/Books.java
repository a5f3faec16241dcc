package id.posko.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files to read in tests: workbooks by Apache POI as a foreign peer, or part by part. */
final class Books {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

	private Books() {
	}

	static Path save(XSSFWorkbook book, Path file) throws IOException {
		try (book; OutputStream out = Files.newOutputStream(file)) {
			book.write(out);
		}
		return file;
	}

	/** A workbook of one sheet with the given XML, and further parts as (name, content) pairs. */
	static Path withSheet(Path file, String sheetXml, String... parts) throws IOException {
		List<String> all = new ArrayList<>(List.of("_rels/.rels",
				XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
						+ "<Relationship Id=\"r1\" Type=\"" + RELATIONS
						+ "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
				"xl/workbook.xml", XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
						+ "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
				"xl/_rels/workbook.xml.rels",
				XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
						+ "<Relationship Id=\"r1\" Type=\"" + RELATIONS + "/worksheet\" Target=\"worksheets/s.xml\"/>"
						+ "<Relationship Id=\"r2\" Type=\"" + RELATIONS + "/sharedStrings\" Target=\"/xl/strings.xml\"/>"
						+ "</Relationships>"));
		all.addAll(List.of("xl/worksheets/s.xml", sheetXml));
		all.addAll(List.of(parts));
		if (!all.contains("xl/strings.xml")) {
			all.addAll(List.of("xl/strings.xml", XML + "<sst xmlns=\"" + MAIN + "\"/>"));
		}
		return zip(file, all.toArray(String[]::new));
	}

	static String sheet(String rows) {
		return XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
	}

	static Path zip(Path file, String... parts) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (int i = 0; i < parts.length; i += 2) {
				out.putNextEntry(new ZipEntry(parts[i]));
				out.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return file;
	}

	/** The same package with another content of one part. */
	static Path replaced(Path file, String part, byte[] content) throws IOException {
		Path other = file.resolveSibling("replaced-" + file.getFileName());
		try (ZipFile from = new ZipFile(file.toFile());
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
			for (ZipEntry entry : from.stream().toList()) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				out.write(entry.getName().equals(part) ? content : from.getInputStream(entry).readAllBytes());
			}
		}
		return other;
	}
}
