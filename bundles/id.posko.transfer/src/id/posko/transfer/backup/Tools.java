package id.posko.transfer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * What the exit codes and last log lines of programs mean: rows of {@code tools.rows}, to which an office adds its own.
 * Exit codes: Oracle Database Utilities, "Exit Codes for Export and Import", "Data Pump exit codes".
 */
public final class Tools {

	/** What a program says of its own work. */
	enum Meaning {
		GOOD, WARNED, FAILED
	}

	private record Exit(String tool, boolean isWindows, int code, Set<Meaning> meanings) {
	}

	private record LastLine(String tool, Meaning meaning, Pattern pattern) {
	}

	private record Head(String tool, String text) {
	}

	private final List<Exit> exits = new ArrayList<>();
	private final List<LastLine> lastLines = new ArrayList<>();
	private final List<Head> heads = new ArrayList<>();

	private Tools() {
	}

	/** Those that come along. */
	public static Tools shipped() {
		try (InputStream in = Tools.class.getResourceAsStream("tools.rows")) {
			return new Tools().with(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A row that can not be read. */
	static final class BadRow extends IOException {

		private static final long serialVersionUID = 1;

		BadRow(int line, String text) {
			super(line + ": " + text);
		}
	}

	/**
	 * These and more rows; a last line is looked for in all of them.
	 *
	 * @throws BadRow with the number of the line
	 */
	Tools with(String rows) throws BadRow {
		Tools all = new Tools();
		all.exits.addAll(exits);
		all.lastLines.addAll(lastLines);
		all.heads.addAll(heads);
		int number = 0;
		for (String line : rows.lines().toList()) {
			number++;
			if (!line.isBlank() && !line.startsWith("#")) {
				try {
					all.add(line.strip().split("\\s+", 4));
				} catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
					throw new BadRow(number, line);
				}
			}
		}
		return all;
	}

	private void add(String[] row) throws PatternSyntaxException {
		String tool = row[1];
		switch (row[0]) {
		case "exit" -> {
			String[] codes = row[3].split("\\s+");
			Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
			Stream.of(codes[1].split(",")).map(Tools::meaning).forEach(meanings::add);
			exits.add(new Exit(tool, isWindows(row[2]), Integer.parseInt(codes[0]), meanings));
		}
		case "last" -> lastLines.add(new LastLine(tool, meaning(row[2]), Pattern.compile(row[3])));
		case "head" -> heads.add(new Head(tool, row[2]));
		default -> throw new IllegalArgumentException(row[0]);
		}
	}

	private static Meaning meaning(String word) {
		return Meaning.valueOf(word.toUpperCase(Locale.ROOT));
	}

	private static boolean isWindows(String word) {
		return switch (word) {
		case "windows" -> true;
		case "unix" -> false;
		default -> throw new IllegalArgumentException(word);
		};
	}

	boolean knows(String tool) {
		return exits.stream().anyMatch(exit -> exit.tool().equals(tool));
	}

	/** What an exit code can mean; one that is not known means failure. */
	Set<Meaning> exit(String tool, boolean isWindows, int code) {
		return exits.stream().filter(exit -> exit.tool().equals(tool) && exit.isWindows() == isWindows && exit.code() == code)
				.findFirst().map(Exit::meanings).orElse(Set.of(Meaning.FAILED));
	}

	/** Whether this program says at the end how it went. */
	boolean hasLastLine(String tool) {
		return lastLines.stream().anyMatch(last -> last.tool().equals(tool));
	}

	Optional<Meaning> lastLine(String tool, String line) {
		return lastLines.stream().filter(last -> last.tool().equals(tool) && last.pattern().matcher(line).matches())
				.findFirst().map(LastLine::meaning);
	}

	/** What stands within the first bytes of each of its files. */
	Optional<String> head(String tool) {
		return heads.stream().filter(head -> head.tool().equals(tool)).findFirst().map(Head::text);
	}
}
