package id.posko.report.opc;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An office file as it is packed: parts in a ZIP file, the content type of each and the relations between them (ECMA-376
 * part 2). The same parts give the same bytes.
 */
public final class OpcPackage {

	public static final String OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
	/** The first day a ZIP entry can have. */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private final ZipOutputStream zip;
	private final Map<String, String> types = new LinkedHashMap<>();
	private final Map<String, Markup> relations = new LinkedHashMap<>();

	public OpcPackage(OutputStream out) {
		zip = new ZipOutputStream(out);
	}

	/** @param name as in {@code word/document.xml} */
	public void put(String name, String type, byte[] part) throws IOException {
		types.put(name, type);
		write(name, part);
	}

	private void write(String name, byte[] part) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(NO_TIME);
		zip.putNextEntry(entry);
		zip.write(part);
		zip.closeEntry();
	}

	/**
	 * @param from the part that refers to the other; "" for the package
	 * @param kind the last word of an office relation's type
	 * @param target as seen from that part's folder
	 */
	public void relate(String from, String id, String kind, String target) {
		relateAs(OFFICE_RELATION + "/" + kind, from, id, target);
	}

	/** What the file tells of itself: {@code title} and who made it. */
	public void describe(String title, String creator) throws IOException {
		relateAs(PACKAGE + "relationships/metadata/core-properties", "", "core", "docProps/core.xml");
		put("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", new Markup()
				.open("cp:coreProperties", "xmlns:cp", PACKAGE + "metadata/core-properties", "xmlns:dc",
						"http://purl.org/dc/elements/1.1/")
				.open("dc:title").text(title).close().open("dc:creator").text(creator).close().bytes());
	}

	private void relateAs(String type, String from, String id, String target) {
		relations.computeIfAbsent(from, _ -> new Markup().open("Relationships", "xmlns", PACKAGE + "relationships"))
				.leaf("Relationship", "Id", id, "Type", type, "Target", target);
	}

	/** Writes types and relations; the stream below stays open. */
	public void finish() throws IOException {
		for (var from : relations.entrySet()) {
			int name = from.getKey().lastIndexOf('/') + 1;
			write(from.getKey().substring(0, name) + "_rels/" + from.getKey().substring(name) + ".rels",
					from.getValue().bytes());
		}
		Markup all = new Markup().open("Types", "xmlns", PACKAGE + "content-types");
		all.leaf("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml");
		all.leaf("Default", "Extension", "xml", "ContentType", "application/xml");
		types.forEach((name, type) -> all.leaf("Override", "PartName", "/" + name, "ContentType", type));
		write("[Content_Types].xml", all.bytes());
		zip.finish();
	}
}
