package id.posko.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
enum Content {
	EMPTY, ZIP, OLE, PDF, IMAGE, RTF, HTML, BINARY, TEXT;

	private static final int HEAD = 4096;

	static Content of(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return of(in.readNBytes(HEAD));
		}
	}

	private static Content of(byte[] head) {
		if (head.length == 0) {
			return EMPTY;
		}
		String latin = new String(head, StandardCharsets.ISO_8859_1);
		if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) {
			return ZIP;
		}
		if (latin.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
			return OLE;
		}
		if (latin.startsWith("%PDF-")) {
			return PDF;
		}
		if (latin.startsWith("\u0089PNG") || latin.startsWith("\u00FF\u00D8\u00FF") || latin.startsWith("GIF8")) {
			return IMAGE;
		}
		if (latin.startsWith("{\\rtf")) {
			return RTF;
		}
		if (startsWithMarkup(latin)) {
			return HTML;
		}
		boolean wide = latin.startsWith("\u00FF\u00FE") || latin.startsWith("\u00FE\u00FF");
		return !wide && latin.indexOf(0) >= 0 ? BINARY : TEXT;
	}

	/** Office programs also save web pages and XML under names that end in .xls. */
	private static boolean startsWithMarkup(String latin) {
		String text = (latin.startsWith("\u00EF\u00BB\u00BF") ? latin.substring(3) : latin).stripLeading()
				.toLowerCase(Locale.ROOT);
		return text.startsWith("<?xml") || text.startsWith("<!doctype") || text.startsWith("<html")
				|| text.startsWith("<table");
	}
}
