package id.posko.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bag says of itself (RFC 8493, section 2.2.2): labels may stand more than once, in any order. */
public record BagInfo(List<Field> fields) {

	/** Octets and number of the payload's files: 279164409832.1198 */
	public static final String OXUM = "Payload-Oxum";
	/** The day on which the bag was made or renewed: 2026-11-21 */
	public static final String DATE = "Bagging-Date";

	private static final int LONGEST_LINE = 79;
	private static final int MOST_FIELDS = 10_000;
	private static final int MOST_CHARACTERS = 1 << 22;

	public record Field(String label, String value) {

		/**
		 * Line ends in the value become blanks.
		 *
		 * @throws IllegalArgumentException if no such label can stand in bag-info.txt
		 */
		public static Field of(String label, String value) {
			if (!isLabel(label)) {
				throw new IllegalArgumentException("label: " + label);
			}
			return new Field(label, value.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]+", " ").strip());
		}

		/** Whether it can be told from its value when it is read again. */
		public static boolean isLabel(String text) {
			return text.matches("[^\\s:]([^:\\r\\n]*[^\\s:])?");
		}
	}

	public BagInfo {
		fields = List.copyOf(fields);
	}

	static BagInfo read(String file, TagFile tags, Declaration declaration, Flaws flaws) throws IOException {
		Reading reading = new Reading(file, flaws);
		if (tags.exists(file)) {
			tags.lines(file, declaration.encoding(), reading::take);
		}
		return new BagInfo(reading.fields());
	}

	/** The first value; labels are compared without letter case. */
	public Optional<String> value(String label) {
		return fields.stream().filter(field -> field.label().equalsIgnoreCase(label)).map(Field::value).findFirst();
	}

	/** With this value in the first place of that label, and no other. */
	BagInfo with(String label, String value) {
		List<Field> all = new ArrayList<>();
		boolean isIn = false;
		for (Field field : fields) {
			if (!field.label().equalsIgnoreCase(label)) {
				all.add(field);
			} else if (!isIn) {
				all.add(Field.of(label, value));
				isIn = true;
			}
		}
		if (!isIn) {
			all.add(Field.of(label, value));
		}
		return new BagInfo(all);
	}

	/** As the file is to be; long values go on in lines that begin with a blank. */
	String text() {
		StringBuilder text = new StringBuilder();
		for (Field field : fields) {
			int begin = text.length();
			text.append(field.label()).append(':');
			for (String word : field.value().split(" ")) {
				if (text.length() - begin + word.length() >= LONGEST_LINE && text.charAt(text.length() - 1) != ':') {
					text.append('\n');
					begin = text.length();
				}
				text.append(' ').append(word);
			}
			text.append('\n');
		}
		return text.toString();
	}

	private static final class Reading {

		private final String file;
		private final Flaws flaws;
		private final List<Field> fields = new ArrayList<>();
		private final StringBuilder value = new StringBuilder();
		private String label = "";
		private int characters;
		private boolean isFull;

		Reading(String file, Flaws flaws) {
			this.file = file;
			this.flaws = flaws;
		}

		void take(String line, long number) {
			if (isFull) {
				return;
			}
			int colon = line.indexOf(':');
			boolean goesOn = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && !label.isEmpty();
			if (!goesOn && (colon <= 0 || line.substring(0, colon).isBlank())) {
				if (!line.isBlank()) {
					flaws.add(Flaw.Kind.BAD_INFO, file, number);
				}
				return;
			}
			if (!goesOn) {
				end();
				label = line.substring(0, colon).strip();
			}
			characters += line.length();
			isFull = characters > MOST_CHARACTERS || fields.size() == MOST_FIELDS;
			if (isFull) {
				flaws.add(Flaw.Kind.LONG_LINE, file, number);
			} else {
				value.append(' ').append((goesOn ? line : line.substring(colon + 1)).strip());
			}
		}

		private void end() {
			if (!label.isEmpty()) {
				fields.add(new Field(label, value.toString().strip()));
			}
			value.setLength(0);
		}

		List<Field> fields() {
			end();
			return fields;
		}
	}
}
