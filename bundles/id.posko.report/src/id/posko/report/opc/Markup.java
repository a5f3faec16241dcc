package id.posko.report.opc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** One XML part; texts are escaped, and what XML 1.0 cannot hold becomes U+FFFD. */
public final class Markup {

	private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
	private final Deque<String> open = new ArrayDeque<>();

	/** @param attributes names and values in turn */
	public Markup open(String name, Object... attributes) {
		start(name, attributes);
		xml.append('>');
		open.push(name);
		return this;
	}

	/** An element without content. */
	public Markup leaf(String name, Object... attributes) {
		start(name, attributes);
		xml.append("/>");
		return this;
	}

	private void start(String name, Object... attributes) {
		xml.append('<').append(name);
		for (int i = 0; i < attributes.length; i += 2) {
			xml.append(' ').append(attributes[i]).append("=\"");
			escape(attributes[i + 1].toString());
			xml.append('"');
		}
	}

	public Markup text(String text) {
		escape(text);
		return this;
	}

	/** Ends the element that was opened last. */
	public Markup close() {
		xml.append("</").append(open.pop()).append('>');
		return this;
	}

	/** The part as UTF-8, with all that is open ended. */
	public byte[] bytes() {
		while (!open.isEmpty()) {
			close();
		}
		return xml.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void escape(String text) {
		text.codePoints().forEach(c -> {
			switch (c) {
				case '<' -> xml.append("&lt;");
				case '>' -> xml.append("&gt;");
				case '&' -> xml.append("&amp;");
				case '"' -> xml.append("&quot;");
				default -> xml.appendCodePoint(isXml(c) ? c : 0xFFFD);
			}
		});
	}

	/** Char of XML 1.0, 2.2. */
	private static boolean isXml(int c) {
		return c >= 0x20 && c <= 0xD7FF || c == '\t' || c == '\n' || c == '\r' || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
	}
}
