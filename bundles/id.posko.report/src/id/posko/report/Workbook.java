package id.posko.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The package of an XLSX file (ECMA-376 part 2): its sheets, in the order of their tabs, and its parts. */
final class Workbook implements AutoCloseable {

	/** An honest workbook has a few dozen. */
	private static final int MOST_PARTS = 10_000;

	private final ZipFile zip;
	private final Limits limits;
	private final BoundedStream.Budget budget;
	private final Map<String, ZipEntry> parts = new HashMap<>();
	private final Map<String, String> texts = new HashMap<>();
	private final List<Sheet> sheets = new ArrayList<>();

	/** @param part the name of the sheet's part in the package */
	record Sheet(String name, boolean visible, String part) {
	}

	Workbook(Path file, Limits limits) throws IOException, XMLStreamException, Refusal {
		zip = new ZipFile(file.toFile());
		this.limits = limits;
		budget = new BoundedStream.Budget(limits.bytes());
		boolean opened = false;
		try {
			readParts();
			readSheets();
			opened = true;
		} finally {
			if (!opened) {
				zip.close();
			}
		}
	}

	private void readParts() throws Refusal {
		if (zip.size() > MOST_PARTS) {
			throw new Refusal(Fault.Code.HOSTILE);
		}
		zip.stream().forEach(entry -> parts.put(key(entry.getName()), entry));
	}

	private void readSheets() throws IOException, XMLStreamException, Refusal {
		String main = "";
		for (Relation relation : relations("")) {
			if (relation.type.endsWith("/officeDocument")) {
				main = relation.target;
			}
		}
		if (!main.endsWith("workbook.xml") || !parts.containsKey(key(main))) {
			throw new Refusal(Fault.Code.WRONG_TYPE, kind(main));
		}
		Map<String, String> byId = new HashMap<>();
		for (Relation relation : relations(main)) {
			String type = relation.type.substring(relation.type.lastIndexOf('/') + 1);
			switch (type) {
				case "worksheet" -> byId.put(relation.id, relation.target);
				case "sharedStrings", "styles" -> texts.put(type, relation.target);
				default -> {
				}
			}
		}
		try (Xml xml = open(main)) {
			while (xml.nextElement()) {
				String part = xml.name().equals("sheet") ? byId.get(xml.attribute("id")) : null;
				if (part != null) {
					String state = xml.attribute("state");
					sheets.add(new Sheet(String.valueOf(xml.attribute("name")), state == null || state.equals("visible"),
							part));
				}
			}
		}
	}

	private String kind(String main) {
		if (main.endsWith("workbook.bin")) {
			return "XLSB";
		}
		if (main.endsWith("document.xml")) {
			return "DOCX";
		}
		if (main.endsWith("presentation.xml")) {
			return "PPTX";
		}
		return parts.containsKey("mimetype") && parts.containsKey("content.xml") ? "ODS" : "ZIP";
	}

	private record Relation(String id, String type, String target) {
	}

	/** The relationships of a part; of the package itself if the part is "". */
	private List<Relation> relations(String part) throws IOException, XMLStreamException, Refusal {
		int cut = part.lastIndexOf('/') + 1;
		String folder = part.substring(0, cut);
		List<Relation> relations = new ArrayList<>();
		String file = folder + "_rels/" + part.substring(cut) + ".rels";
		if (parts.containsKey(key(file))) {
			try (Xml xml = open(file)) {
				while (xml.nextElement()) {
					String id = xml.attribute("Id");
					String type = xml.attribute("Type");
					String target = xml.attribute("Target");
					if (xml.name().equals("Relationship") && id != null && type != null && target != null) {
						relations.add(new Relation(id, type, resolve(folder, target)));
					}
				}
			}
		}
		return relations;
	}

	private static String resolve(String folder, String target) {
		List<String> names = new ArrayList<>();
		for (String name : (target.startsWith("/") ? target : folder + target).split("/")) {
			if (name.equals("..") && !names.isEmpty()) {
				names.removeLast();
			} else if (!name.isEmpty() && !name.equals(".")) {
				names.add(name);
			}
		}
		return String.join("/", names);
	}

	/** Names of parts are equal without regard to case (part 2, 6.2.2.3); some writers use backslashes. */
	private static String key(String name) {
		return name.replace('\\', '/').toLowerCase(Locale.ROOT);
	}

	List<Sheet> sheets() {
		return sheets;
	}

	Xml open(Sheet sheet) throws IOException, XMLStreamException, Refusal {
		return open(sheet.part);
	}

	/** Null if the workbook has none. */
	Xml openSharedStrings() throws IOException, XMLStreamException, Refusal {
		return texts.containsKey("sharedStrings") ? open(texts.get("sharedStrings")) : null;
	}

	/** Null if the workbook has none. */
	Xml openStyles() throws IOException, XMLStreamException, Refusal {
		return texts.containsKey("styles") ? open(texts.get("styles")) : null;
	}

	private Xml open(String part) throws IOException, XMLStreamException, Refusal {
		return new Xml(zip.getInputStream(entry(part)), budget);
	}

	private ZipEntry entry(String part) throws IOException {
		ZipEntry entry = parts.get(key(part));
		if (entry == null) {
			throw new ZipException("no part " + part);
		}
		return entry;
	}

	/** Whether the sheet speaks of merged cells anywhere: cheaper than reading it twice. */
	boolean mentionsMergedCells(Sheet sheet) throws IOException {
		byte[] word = {'m', 'e', 'r', 'g', 'e', 'C', 'e', 'l', 'l', ' '};
		byte[] bytes = new byte[1 << 16];
		int matched = 0;
		try (BoundedStream in = new BoundedStream(zip.getInputStream(entry(sheet.part)),
				new BoundedStream.Budget(limits.bytes()))) {
			for (int count; (count = in.read(bytes, 0, bytes.length)) >= 0;) {
				in.progressed();
				for (int i = 0; i < count; i++) {
					if (bytes[i] == word[matched]) {
						if (++matched == word.length) {
							return true;
						}
					} else if (bytes[i] != 0) {
						matched = bytes[i] == word[0] ? 1 : 0;
					}
				}
			}
		}
		return false;
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}
}
