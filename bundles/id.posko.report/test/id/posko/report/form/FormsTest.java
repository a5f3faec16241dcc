package id.posko.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.report.DocumentWriter;
import id.posko.report.Office;
import id.posko.report.Writing;
import id.posko.report.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTest {

	private static final Locale INDONESIAN = Locale.of("id", "ID");

	@TempDir
	private Path folder;

	private Path written(Document document) {
		Path file = folder.resolve("form.docx");
		assertEquals(new Writing.Written(0), new DocumentWriter().write(file, document));
		return file;
	}

	private String text(Document document) throws IOException {
		try (XWPFWordExtractor word = new XWPFWordExtractor(new XWPFDocument(Files.newInputStream(written(document))))) {
			return word.getText();
		}
	}

	private static void assertHolds(String text, String... parts) {
		for (String part : parts) {
			assertTrue(text.contains(part), part + " not in " + text);
		}
	}

	@Test
	void theSopSheetSetsActualTimeBesideStandardTime() throws IOException {
		try (XWPFDocument word = new XWPFDocument(Files.newInputStream(written(Samples.sop(5).document(INDONESIAN))))) {
			XWPFTable table = word.getTables().get(1);
			assertEquals(7, table.getNumberOfRows());
			assertEquals("5 menit", table.getRow(3).getCell(4).getText());
			assertEquals("12 menit\nlewat waktu", String.join("\n",
					table.getRow(3).getCell(8).getParagraphs().stream().map(p -> p.getText()).toList()));
			assertEquals("10 hari", table.getRow(4).getCell(4).getText());
			assertEquals("", table.getRow(5).getCell(4).getText());
			assertTrue(table.getRow(0).isRepeatHeader() && table.getRow(1).isRepeatHeader());
		}
		assertHolds(text(Samples.sop(5).document(INDONESIAN)), "LEMBAR PELAKSANAAN SOP", "Mutu baku", "Siti Contoh",
				"NIP 19900101 201501 1 001", "Nomor SOP");
		assertHolds(text(Samples.sop(5).document(Locale.ENGLISH)), "RECORD OF AN SOP RUN", "late");
	}

	@Test
	void theDamageReportNamesPartsAndTheDispositionItsTicks() throws IOException {
		assertHolds(text(Samples.damage().document(INDONESIAN)), "LAPORAN KERUSAKAN ALAT", "Nomor: 400.12/001/2026",
				"Yth. Kepala Dinas", "Baterai 12 V 9 Ah (ganti)", "Demikian");
		assertHolds(text(Samples.disposition().document(INDONESIAN)), "LEMBAR DISPOSISI", "☑ Kabid PIAK", "☐ Sekretaris",
				"☑ Segera", "☐ Rahasia", "☑ Proses lebih lanjut");
	}

	@Test
	void libreOfficePrintsThemOnTheirPaper() throws IOException, InterruptedException {
		Office office = new Office(folder);
		Path sop = office.convert(written(Samples.sop(30).document(INDONESIAN)), "pdf");
		List<String> pages = office.pages(sop);
		assertTrue(pages.size() > 1, pages::toString);
		assertEquals("330 x 215", pages.getFirst());
		String text = office.text(sop);
		assertHolds(text, "Halaman 1 dari " + pages.size(), "Halaman 2 dari " + pages.size(), "lewat waktu", "Budi Contoh");
		assertEquals(pages.size(), text.split("Mutu baku", -1).length - 1, "headings on every page with rows");
		Path damage = office.convert(written(Samples.damage().document(INDONESIAN)), "pdf");
		assertEquals(List.of("297 x 210"), office.pages(damage));
		Path disposition = office.convert(written(Samples.disposition().document(INDONESIAN)), "pdf");
		assertEquals(List.of("210 x 297"), office.pages(disposition));
		assertHolds(office.text(disposition), "LEMBAR DISPOSISI", "Kabid PIAK", "Ani Contoh");
	}
}
