package id.posko.report.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.report.DocumentWriter;
import id.posko.report.Fault;
import id.posko.report.Writing;
import id.posko.report.document.Grid.Cell;
import id.posko.report.document.Grid.Row;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** Documents, read by Apache POI. */
class DocumentTest {

	@TempDir
	private Path folder;

	private static byte[] picture(String format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), format, out);
		return out.toByteArray();
	}

	private static Document of(Block... blocks) {
		return new Document("Uji", Page.A4, Optional.empty(), Optional.empty(), List.of(blocks));
	}

	private XWPFDocument written(Document document) throws IOException {
		Path file = folder.resolve("document.docx");
		assertEquals(new Writing.Written(0), new DocumentWriter().write(file, document));
		return new XWPFDocument(Files.newInputStream(file));
	}

	private static void assertValid(XmlObject part) {
		List<XmlError> errors = new ArrayList<>();
		assertTrue(part.validate(new XmlOptions().setErrorListener(errors)), errors::toString);
	}

	private static Cell cell(String text) {
		return Cell.of(Paragraph.tight(text, Style.PLAIN));
	}

	@Test
	void everyBlockIsThereInItsOrder() throws IOException, XmlException {
		Document document = new Document("Judul & \"tanda\"", Page.F4.turned(), Optional.of(Paragraph.of("Kepala halaman")),
				Optional.of(Paragraph.numbered("Halaman {page} dari {pages}", Style.PLAIN)),
				List.of(new Letterhead(Optional.of(new Picture(picture("png"), 18, 22, "lambang", Align.LEFT)),
						"PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH", List.of("Jalan Contoh 1")),
						new Heading(1, "LAPORAN"), Paragraph.of("tebal", Style.PLAIN.bold()).centred(),
						new Grid(List.of(20.0, 30.0), 1, true, List.of(Row.of(List.of(cell("a"), cell("b"))))),
						new PageBreak(), new Picture(picture("jpeg"), 40, 60, "foto", Align.CENTRE),
						new Signatures(List.of(new Signatures.Signature(List.of("Contoh, 1 Januari 2026", "Kepala Dinas"),
								"Budi Contoh", List.of("NIP -"))))));
		try (XWPFDocument word = written(document)) {
			assertValid(word.getDocument());
			assertValid(word.getStyle());
			assertValid(word.getFooterList().getFirst()._getHdrFtr());
			assertEquals("Judul & \"tanda\"", word.getProperties().getCoreProperties().getTitle());
			CTPageSz size = word.getDocument().getBody().getSectPr().getPgSz();
			assertEquals(STPageOrientation.LANDSCAPE, size.getOrient());
			assertEquals(List.of(18709, 12189), List.of(Integer.parseInt(size.getW().toString()),
					Integer.parseInt(size.getH().toString())));
			assertEquals("Kepala halaman", word.getHeaderList().getFirst().getText().strip());
			String footer = word.getFooterList().getFirst()._getHdrFtr().xmlText();
			assertTrue(footer.contains("PAGE") && footer.contains("NUMPAGES"), footer);
			assertEquals(2, word.getAllPictures().size());
			List<String> texts = word.getParagraphs().stream().map(XWPFParagraph::getText).filter(t -> !t.isBlank()).toList();
			assertEquals(List.of("LAPORAN", "tebal"), texts);
			XWPFParagraph bold = word.getParagraphs().stream().filter(p -> p.getText().equals("tebal")).findFirst().orElseThrow();
			assertTrue(bold.getRuns().getFirst().isBold());
			assertEquals(ParagraphAlignment.CENTER, bold.getAlignment());
			assertEquals("Heading1", word.getParagraphs().stream().filter(p -> p.getText().equals("LAPORAN")).findFirst()
					.orElseThrow().getStyle());
			assertEquals(1, word.getParagraphs().stream()
					.filter(p -> p.getCTP().getPPr() != null && p.getCTP().getPPr().isSetPageBreakBefore()).count());
			String letterhead = word.getTables().getFirst().getText();
			assertTrue(letterhead.contains("PEMERINTAH KABUPATEN CONTOH") && letterhead.contains("Jalan Contoh 1"), letterhead);
			String signed = word.getTables().getLast().getText();
			assertTrue(signed.contains("Kepala Dinas") && signed.contains("Budi Contoh") && signed.contains("NIP -"), signed);
		}
	}

	@Test
	void cellsSpanColumnsAndRows() throws IOException {
		Grid grid = new Grid(List.of(10.0, 20.0, 30.0), 2, true, List.of(
				Row.of(List.of(cell("a").over(1, 2), cell("b").over(2, 1).shaded())),
				Row.of(List.of(cell("c"), cell("d"))),
				Row.of(List.of(cell("e").over(2, 2), cell("f"))),
				Row.of(List.of(cell("g")))));
		try (XWPFDocument word = written(of(grid))) {
			assertValid(word.getDocument());
			XWPFTable table = word.getTables().getFirst();
			assertEquals(4, table.getNumberOfRows());
			assertEquals("2", table.getRow(0).getCell(1).getCTTc().getTcPr().getGridSpan().getVal().toString());
			assertEquals(STMerge.RESTART, table.getRow(0).getCell(0).getCTTc().getTcPr().getVMerge().getVal());
			assertEquals(STMerge.CONTINUE, table.getRow(1).getCell(0).getCTTc().getTcPr().getVMerge().getVal());
			assertEquals("c", table.getRow(1).getCell(1).getText());
			assertEquals(STMerge.CONTINUE, table.getRow(3).getCell(0).getCTTc().getTcPr().getVMerge().getVal());
			assertEquals("g", table.getRow(3).getCell(1).getText());
			assertTrue(table.getRow(1).isRepeatHeader());
		}
	}

	@Test
	void aTableThatIsNotFilledIsNone() {
		List<Double> two = List.of(10.0, 10.0);
		assertThrows(IllegalArgumentException.class, () -> new Grid(two, 0, true, List.of(Row.of(List.of(cell("a"))))));
		assertThrows(IllegalArgumentException.class,
				() -> new Grid(two, 0, true, List.of(Row.of(List.of(cell("a"), cell("b"), cell("c"))))));
		assertThrows(IllegalArgumentException.class,
				() -> new Grid(two, 0, true, List.of(Row.of(List.of(cell("a"), cell("b").over(2, 1))))));
		assertThrows(IllegalArgumentException.class,
				() -> new Grid(two, 0, true, List.of(Row.of(List.of(cell("a").over(1, 2), cell("b"))))));
		assertThrows(IllegalArgumentException.class, () -> new Grid(two, 0, true, List.of(
				Row.of(List.of(cell("a"), cell("b").over(1, 2))), Row.of(List.of(cell("c").over(2, 1))))));
		assertThrows(IllegalArgumentException.class, () -> new Grid(two, 2, true, List.of(Row.of(List.of(cell("a"), cell("b"))))));
	}

	@Test
	void oddTextsStandAsTheyAreOrAsAReplacement() throws IOException {
		for (String text : List.of("<w:p/>&amp;\"'", " a  b ", "ꦗꦮ العربية 😀", "]]>", "=1+1")) {
			try (XWPFDocument word = written(of(Paragraph.of(text)))) {
				assertEquals(text, word.getParagraphs().getFirst().getText());
			}
		}
		try (XWPFDocument word = written(of(Paragraph.of("a\u0007b\uD800c\uFFFE")))) {
			assertEquals("a\uFFFDb\uFFFDc\uFFFD", word.getParagraphs().getFirst().getText());
		}
		try (XWPFDocument word = written(of(Paragraph.of("a\r\nb\tc")))) {
			assertEquals("a\nb\tc", word.getParagraphs().getFirst().getText());
		}
	}

	@Test
	void onePictureInManyPlacesIsKeptOnce() throws IOException {
		Picture picture = new Picture(picture("png"), 10, 10, "titik", Align.LEFT);
		try (XWPFDocument word = written(of(picture, picture, new Picture(picture("jpeg"), 10, 10, "lain", Align.LEFT)))) {
			assertEquals(2, word.getAllPictures().size());
			assertArrayEquals(picture("png"), word.getAllPictures().getFirst().getData());
		}
		assertThrows(IllegalArgumentException.class, () -> new Picture(new byte[] {'B', 'M'}, 1, 1, "bmp", Align.LEFT));
	}

	@Test
	void theSameDocumentGivesTheSameFileAndWhatCannotBeWrittenIsTold() throws IOException {
		ByteArrayOutputStream first = new ByteArrayOutputStream();
		ByteArrayOutputStream second = new ByteArrayOutputStream();
		WordFile.write(of(Paragraph.of("a")), first);
		WordFile.write(of(Paragraph.of("a")), second);
		assertArrayEquals(first.toByteArray(), second.toByteArray());
		Writing refused = new DocumentWriter().write(folder.resolve("none/a.docx"), of());
		assertEquals(Fault.Code.NO_FOLDER, assertInstanceOf(Writing.Refused.class, refused).fault().code());
	}
}
