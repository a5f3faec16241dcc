package id.posko.ticket.repair;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.kit.DeviceKind;
import id.posko.kit.Words;
import id.posko.ticket.Told;

/** What is looked at when a device of a kind is checked (SOP "pemeliharaan alat perekaman", step 4), as data. */
public final class CheckLists {

	/** The line for kinds that have none of their own. */
	private static final String OTHER = "OTHER";
	private static final Pattern LINE = Pattern.compile("([A-Z_]+): ([a-z]+(?: [a-z]+)*)");

	private final Map<String, List<String>> items;

	private CheckLists(Map<String, List<String>> items) {
		this.items = items;
	}

	/** Those that come along. */
	public static CheckLists shipped() {
		try (InputStream in = CheckLists.class.getResourceAsStream("checks.rows")) {
			return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @throws IllegalArgumentException if a line is none, with its number */
	static CheckLists parse(String text) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		List<String> lines = text.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			Matcher parts = LINE.matcher(line);
			if (!parts.matches() || !isKind(parts.group(1))) {
				throw new IllegalArgumentException("line " + (i + 1) + ": " + line);
			}
			List<String> items = List.of(parts.group(2).split(" "));
			if (new HashSet<>(items).size() < items.size() || all.put(parts.group(1), items) != null) {
				throw new IllegalArgumentException("line " + (i + 1) + ", twice: " + line);
			}
		}
		if (!all.containsKey(OTHER)) {
			throw new IllegalArgumentException("no line " + OTHER);
		}
		return new CheckLists(all);
	}

	private static boolean isKind(String word) {
		return word.equals(OTHER) || Arrays.stream(DeviceKind.values()).anyMatch(kind -> kind.name().equals(word));
	}

	/** As the reader calls them, in the sheet's order. */
	public List<String> of(DeviceKind kind, Words words) {
		return items.getOrDefault(kind.name(), items.get(OTHER)).stream().map(item -> words.say("check.item." + item))
				.toList();
	}

	/** As they stay with a run. */
	List<String> of(DeviceKind kind) {
		return of(kind, Words.of(Told.class, Words.INDONESIAN));
	}

	/** Every item of every list. */
	List<String> all() {
		return items.values().stream().flatMap(List::stream).distinct().toList();
	}
}
