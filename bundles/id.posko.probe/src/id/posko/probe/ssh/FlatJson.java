package id.posko.probe.ssh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON text (RFC 8259): an array of objects without anything nested, as PowerShell's ConvertTo-Json writes. */
final class FlatJson {

	private final String text;
	private int at;

	private FlatJson(String text) {
		this.text = text;
	}

	/** Values as they stand there, strings unquoted, null as no entry; empty if the text is not of this form. */
	static Optional<List<Map<String, String>>> parse(String text) {
		try {
			return Optional.of(new FlatJson(text).array());
		} catch (NotFlat _) {
			return Optional.empty();
		}
	}

	private static final class NotFlat extends Exception {

		private static final long serialVersionUID = 1;

		private NotFlat() {
			super(null, null, false, false);
		}
	}

	private List<Map<String, String>> array() throws NotFlat {
		List<Map<String, String>> objects = new ArrayList<>();
		if (at == 0 && peek() == '\uFEFF') {
			at++;
		}
		expect('[');
		if (!take(']')) {
			do {
				objects.add(object());
			} while (take(','));
			expect(']');
		}
		if (peek() != 0 || at < text.length()) {
			throw new NotFlat();
		}
		return objects;
	}

	private Map<String, String> object() throws NotFlat {
		Map<String, String> members = new LinkedHashMap<>();
		expect('{');
		if (!take('}')) {
			do {
				peek();
				String name = string();
				expect(':');
				String value = value();
				if (value != null) {
					members.put(name, value);
				}
			} while (take(','));
			expect('}');
		}
		return members;
	}

	private String value() throws NotFlat {
		if (peek() == '"') {
			return string();
		}
		int start = at;
		while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		String word = text.substring(start, at);
		if (word.equals("null")) {
			return null;
		}
		if (word.equals("true") || word.equals("false")
				|| word.length() < 40 && word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
			return word;
		}
		throw new NotFlat();
	}

	private String string() throws NotFlat {
		StringBuilder said = new StringBuilder();
		if (at >= text.length() || text.charAt(at++) != '"') {
			throw new NotFlat();
		}
		while (at < text.length()) {
			char c = text.charAt(at++);
			if (c == '"') {
				return said.toString();
			}
			if (c < ' ') {
				break;
			}
			said.append(c == '\\' ? escaped() : c);
		}
		throw new NotFlat();
	}

	private char escaped() throws NotFlat {
		char c = at < text.length() ? text.charAt(at++) : 0;
		int plain = "\"\\/bfnrt".indexOf(c);
		if (plain >= 0) {
			return "\"\\/\b\f\n\r\t".charAt(plain);
		}
		if (c == 'u' && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
			at += 4;
			return (char) Integer.parseInt(text, at - 4, at, 16);
		}
		throw new NotFlat();
	}

	/** The next character that is no space, or 0 at the end. */
	private char peek() {
		while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return at < text.length() ? text.charAt(at) : 0;
	}

	private boolean take(char wanted) {
		boolean there = peek() == wanted;
		at += there ? 1 : 0;
		return there;
	}

	private void expect(char wanted) throws NotFlat {
		if (!take(wanted)) {
			throw new NotFlat();
		}
	}
}
