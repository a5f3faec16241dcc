package id.posko.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What bagit.txt says (RFC 8493, section 2.1.1): two lines in UTF-8 without a byte order mark. */
record Declaration(Version version, Charset encoding) {

	static final String FILE = "bagit.txt";
	private static final String VERSION = "BagIt-Version";
	private static final String ENCODING = "Tag-File-Character-Encoding";
	private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

	/** What bagit.txt is to say. */
	String text() {
		return VERSION + ": " + version.number() + "\n" + ENCODING + ": " + encoding.name() + "\n";
	}

	/** Empty if the bag can not be read by it; why is among the flaws. */
	static Optional<Declaration> read(TagFile tags, Flaws flaws) throws IOException {
		if (!tags.exists(FILE)) {
			flaws.add(Flaw.Kind.NO_DECLARATION, FILE, 0);
			return Optional.empty();
		}
		List<String> lines = new ArrayList<>();
		tags.lines(FILE, StandardCharsets.UTF_8, (line, number) -> {
			if (lines.size() < 4 && !line.isBlank()) {
				lines.add(line);
			}
		});
		Optional<String> number = value(lines, 0, VERSION, flaws);
		Optional<String> name = value(lines, 1, ENCODING, flaws);
		if (lines.size() > 2) {
			flaws.add(Flaw.Kind.BAD_DECLARATION, FILE, 3, lines.get(2));
		}
		return number.flatMap(is -> version(is, flaws)).flatMap(version -> name.flatMap(is -> charset(is, flaws))
				.map(charset -> new Declaration(version, charset)));
	}

	/** Since RFC 8493 a colon and one blank stand behind the label; before, blanks were not minded. */
	private static Optional<String> value(List<String> lines, int index, String label, Flaws flaws) {
		String line = index < lines.size() ? lines.get(index) : "";
		Matcher matcher = Pattern.compile(label + "(\\s*):(\\s*)(\\S+)\\s*").matcher(line);
		boolean isStrict = !lines.isEmpty() && lines.getFirst().strip().endsWith(Version.V1_0.number());
		if (!matcher.matches() || isStrict && !(matcher.group(1).isEmpty() && matcher.group(2).equals(" "))) {
			flaws.add(Flaw.Kind.BAD_DECLARATION, FILE, index + 1, line);
			return Optional.empty();
		}
		return Optional.of(matcher.group(3));
	}

	private static Optional<Version> version(String number, Flaws flaws) {
		Optional<Version> version = Version.of(number);
		if (version.isEmpty()) {
			flaws.add(NUMBER.matcher(number).matches() ? Flaw.Kind.UNKNOWN_VERSION : Flaw.Kind.BAD_DECLARATION, FILE, 1,
					number);
		}
		return version;
	}

	private static Optional<Charset> charset(String name, Flaws flaws) {
		try {
			return Optional.of(Charset.forName(name));
		} catch (IllegalCharsetNameException | UnsupportedCharsetException _) { // said
			flaws.add(Flaw.Kind.UNKNOWN_ENCODING, FILE, 2, name);
			return Optional.empty();
		}
	}
}
