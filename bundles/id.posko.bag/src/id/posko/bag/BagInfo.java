package id.posko.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bag says of itself (RFC 8493, section 2.2.2): labels may stand more than once, in any order. */
public record BagInfo(List<Field> fields) {

	/** Octets and number of the payload's files: 279164409832.1198 */
	public static final String OXUM = "Payload-Oxum";

	public record Field(String label, String value) {
	}

	public BagInfo {
		fields = List.copyOf(fields);
	}

	static BagInfo read(String file, TagFile tags, Declaration declaration, Flaws flaws) {
		List<Field> fields = new ArrayList<>();
		tags.lines(file, declaration.encoding(), (line, number) -> {
			int colon = line.indexOf(':');
			boolean goesOn = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
			if (goesOn && !fields.isEmpty()) {
				Field last = fields.removeLast();
				fields.add(new Field(last.label(), (last.value() + " " + line.strip()).strip()));
			} else if (colon > 0) {
				fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
			} else if (!line.isBlank()) {
				flaws.add(Flaw.Kind.BAD_LINE, file, number);
			}
		});
		return new BagInfo(fields);
	}

	/** The first value; labels are compared without letter case. */
	public Optional<String> value(String label) {
		return fields.stream().filter(field -> field.label().equalsIgnoreCase(label)).map(Field::value).findFirst();
	}
}
