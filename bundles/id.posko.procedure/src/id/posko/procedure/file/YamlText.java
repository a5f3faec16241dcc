package id.posko.procedure.file;

import java.util.regex.Pattern;

/** Writes what {@link YamlTree} reads: one value a line, a text in quotation marks unless it is plainly one. */
final class YamlText {

	private static final Pattern PLAIN = Pattern
			.compile("[\\p{L}\\p{Nd}(]([\\p{L}\\p{Nd} ()/.,;_+&'\"-]*[\\p{L}\\p{Nd}().;])?");

	private final StringBuilder out = new StringBuilder();

	private YamlText() {
	}

	static String of(Tree.Keys tree) {
		YamlText text = new YamlText();
		text.keys(tree, "");
		return text.out.toString();
	}

	private void keys(Tree.Keys keys, String indent) {
		String before = "";
		for (var entry : keys.values().entrySet()) {
			out.append(before).append(quoted(entry.getKey())).append(':');
			value(entry.getValue().tree(), indent);
			before = indent;
		}
	}

	/** Behind a key or dash that stands at the indent. */
	private void value(Tree tree, String indent) {
		switch (tree) {
			case Tree.Text text -> out.append(' ').append(quoted(text.value())).append('\n');
			case Tree.Items list when list.items().isEmpty() -> out.append(" []\n");
			case Tree.Items list -> {
				out.append('\n');
				for (Tree item : list.items()) {
					out.append(indent).append("  -");
					if (item instanceof Tree.Keys keys) {
						out.append(' ');
						keys(keys, indent + "    ");
					} else {
						value(item, indent + "    ");
					}
				}
			}
			case Tree.Keys keys when keys.values().isEmpty() -> out.append(" {}\n");
			case Tree.Keys keys -> {
				out.append('\n').append(indent).append("  ");
				keys(keys, indent + "  ");
			}
		}
	}

	/** In double quotation marks every character can stand, by its escape (YAML 1.2, 5.7). */
	private static String quoted(String text) {
		if (PLAIN.matcher(text).matches()) {
			return text;
		}
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach(c -> {
			switch (c) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				default -> {
					if (c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
						quoted.append("\\u%04X".formatted(c));
					} else {
						quoted.appendCodePoint(c);
					}
				}
			}
		});
		return quoted.append('"').toString();
	}
}
