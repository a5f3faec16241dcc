package id.posko.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** An entry as a line of the journal: nine columns behind tabs; tabs, line ends and backslashes are escaped. */
final class Line {

	/** What stands before the first entry's hash. */
	static final String ORIGIN = "0".repeat(64);
	private static final int COLUMNS = 9;
	/** In code points; longer ones are cut. */
	private static final int LONGEST_TEXT = 1000;

	private Line() {
	}

	static Entry sealed(long number, Instant at, Actor by, String act, String object, String purpose, long count,
			String before) {
		Entry open = new Entry(number, at, cut(by.name()), cut(by.workstation()), cut(act), cut(object), cut(purpose), count, "");
		return new Entry(number, at, open.who(), open.where(), open.act(), open.object(), open.purpose(), count,
				hash(open, before));
	}

	private static String cut(String text) {
		return text.codePointCount(0, text.length()) <= LONGEST_TEXT ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
	}

	static String hash(Entry entry, String before) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update((before + "\n" + columns(entry)).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	static String of(Entry entry) {
		return columns(entry) + "\t" + entry.hash();
	}

	private static String columns(Entry entry) {
		return String.join("\t", String.valueOf(entry.number()), entry.at().toString(), escaped(entry.who()),
				escaped(entry.where()), escaped(entry.act()), escaped(entry.object()), escaped(entry.purpose()),
				String.valueOf(entry.count()));
	}

	/** Empty if it is not of the form, or written in another way than ours. */
	static Optional<Entry> parse(String line) {
		String[] cells = line.split("\t", -1);
		if (cells.length != COLUMNS) {
			return Optional.empty();
		}
		try {
			Entry entry = new Entry(Long.parseLong(cells[0]), Instant.parse(cells[1]), plain(cells[2]), plain(cells[3]),
					plain(cells[4]), plain(cells[5]), plain(cells[6]), Long.parseLong(cells[7]), cells[8]);
			return Optional.of(entry).filter(read -> of(read).equals(line));
		} catch (NumberFormatException | DateTimeException _) { // not of the form
			return Optional.empty();
		}
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
	}

	private static String plain(String cell) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			if (c == '\\' && i + 1 < cell.length()) {
				text.append(switch (cell.charAt(++i)) {
				case 't' -> '\t';
				case 'n' -> '\n';
				case 'r' -> '\r';
				default -> cell.charAt(i);
				});
			} else {
				text.append(c);
			}
		}
		return text.toString();
	}
}
