package id.posko.report.document;

import id.posko.report.opc.Markup;
import id.posko.report.opc.OpcPackage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a document as a DOCX file: WordprocessingML (ECMA-376, transitional) in an OPC package. The same document gives
 * the same bytes.
 */
public final class WordFile {

	private static final String MAIN_PART = "word/document.xml";
	private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
	private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
	private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
	private static final Object[] NAMESPACES = {"xmlns:w", MAIN, "xmlns:r", OpcPackage.OFFICE_RELATION,
			"xmlns:wp", DRAWING + "wordprocessingDrawing", "xmlns:a", DRAWING + "main", "xmlns:pic", DRAWING + "picture"};
	private static final String FONT = "Arial";
	/** How far header and footer are from the paper's edge, in millimetres; less in a narrow margin. */
	private static final double EDGE = 10;

	private final Document document;
	private final Media media = new Media();

	private WordFile(Document document) {
		this.document = document;
	}

	/** Leaves the stream open. */
	public static void write(Document document, OutputStream out) throws IOException {
		new WordFile(document).write(out);
	}

	private void write(OutputStream out) throws IOException {
		OpcPackage file = new OpcPackage(out);
		file.describe(document.title(), "Posko");
		file.relate("", "document", "officeDocument", MAIN_PART);
		file.put(MAIN_PART, TYPE + "document.main+xml", body());
		putBeside(file, "styles", styles());
		putBeside(file, "settings", settings());
		if (document.header().isPresent()) {
			putBeside(file, "header", margin("w:hdr", document.header().get()));
		}
		if (document.footer().isPresent()) {
			putBeside(file, "footer", margin("w:ftr", document.footer().get()));
		}
		media.putInto(file, MAIN_PART);
		file.finish();
	}

	/** What the part is called is also its kind, its type and the name of the relation to it. */
	private static void putBeside(OpcPackage file, String name, byte[] part) throws IOException {
		file.put("word/" + name + ".xml", TYPE + name + "+xml", part);
		file.relate(MAIN_PART, name, name, name + ".xml");
	}

	private byte[] body() {
		Page page = document.page();
		Markup xml = new Markup().open("w:document", NAMESPACES).open("w:body");
		WordBlocks blocks = new WordBlocks(xml, media, page.room());
		document.blocks().forEach(blocks::add);
		xml.open("w:sectPr");
		if (document.header().isPresent()) {
			xml.leaf("w:headerReference", "w:type", "default", "r:id", "header");
		}
		if (document.footer().isPresent()) {
			xml.leaf("w:footerReference", "w:type", "default", "r:id", "footer");
		}
		xml.leaf("w:pgSz", "w:w", WordBlocks.twips(page.width()), "w:h", WordBlocks.twips(page.height()), "w:orient",
				page.isLandscape() ? "landscape" : "portrait");
		xml.leaf("w:pgMar", "w:top", WordBlocks.twips(page.top()), "w:right", WordBlocks.twips(page.right()), "w:bottom",
				WordBlocks.twips(page.bottom()), "w:left", WordBlocks.twips(page.left()), "w:header",
				WordBlocks.twips(Math.min(EDGE, page.top() / 2)), "w:footer",
				WordBlocks.twips(Math.min(EDGE, page.bottom() / 2)), "w:gutter", 0);
		return xml.bytes();
	}

	private byte[] margin(String element, Paragraph paragraph) {
		Markup xml = new Markup().open(element, NAMESPACES);
		new WordBlocks(xml, media, document.page().room()).add(paragraph);
		return xml.bytes();
	}

	/** Without a mode of its own Word opens a file as one of Word 2007; 15 is that of Word 2013 and later. */
	private static byte[] settings() {
		return new Markup().open("w:settings", "xmlns:w", MAIN).open("w:compat").leaf("w:compatSetting", "w:name",
				"compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", 15).bytes();
	}

	private static byte[] styles() {
		Markup xml = new Markup().open("w:styles", "xmlns:w", MAIN);
		xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
		xml.leaf("w:rFonts", "w:ascii", FONT, "w:hAnsi", FONT, "w:cs", FONT, "w:eastAsia", FONT);
		xml.leaf("w:sz", "w:val", Math.round(Style.PLAIN.points() * 2)).leaf("w:lang", "w:val", "id-ID");
		xml.close().close().open("w:pPrDefault").close().close();
		xml.open("w:style", "w:type", "paragraph", "w:default", 1, "w:styleId", "Normal");
		xml.leaf("w:name", "w:val", "Normal").leaf("w:qFormat").close();
		addHeading(xml, 1, 14, Align.CENTRE);
		addHeading(xml, 2, 12, Align.LEFT);
		addHeading(xml, 3, 11, Align.LEFT);
		return xml.bytes();
	}

	private static void addHeading(Markup xml, int level, int points, Align align) {
		xml.open("w:style", "w:type", "paragraph", "w:styleId", "Heading" + level);
		xml.leaf("w:name", "w:val", "heading " + level).leaf("w:basedOn", "w:val", "Normal").leaf("w:next", "w:val", "Normal");
		xml.leaf("w:qFormat").open("w:pPr").leaf("w:keepNext").leaf("w:spacing", "w:before", 120, "w:after", 120);
		xml.leaf("w:jc", "w:val", align.word()).leaf("w:outlineLvl", "w:val", level - 1).close();
		xml.open("w:rPr").leaf("w:b").leaf("w:sz", "w:val", points * 2).close().close();
	}
}
