package id.posko.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings as they are written: {@code key=value}, one per line; a line that begins with # is a remark.
 *
 * @param lines where each key stands, from 1
 */
record Written(Map<String, String> values, Map<String, Integer> lines, List<Flaw> flaws) {

	private static final int MOST_LINES = 1_000;

	static Written of(String text) {
		Map<String, String> values = new TreeMap<>();
		Map<String, Integer> lines = new HashMap<>();
		List<Flaw> flaws = new ArrayList<>();
		int number = 0;
		for (String raw : text.lines().limit(MOST_LINES).toList()) {
			number++;
			String line = raw.strip();
			if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			String key = key(line);
			if (key.isEmpty()) {
				flaws.add(new Flaw(Trouble.plain(line), number, "no_setting", List.of()));
			} else if (values.putIfAbsent(key, line.substring(line.indexOf('=') + 1).strip()) != null) {
				flaws.add(new Flaw(key, number, "twice", List.of(String.valueOf(lines.get(key)))));
			} else {
				lines.put(key, number);
			}
		}
		return new Written(values, lines, flaws);
	}

	static Written of(Map<String, String> values) {
		return new Written(new TreeMap<>(values), Map.of(), List.of());
	}

	private static String key(String line) {
		return line.indexOf('=') < 0 ? "" : line.substring(0, line.indexOf('=')).strip();
	}

	/** The text with these values in place of its own; remarks stay, what has no value any more goes. */
	static String text(String before, Map<String, String> values) {
		Map<String, String> left = new TreeMap<>(values);
		left.values().removeIf(String::isBlank);
		StringBuilder text = new StringBuilder();
		before.lines().limit(MOST_LINES).forEach(line -> {
			if (line.isBlank() || line.strip().startsWith("#")) {
				text.append(line).append('\n');
			} else if (left.containsKey(key(line.strip()))) {
				String key = key(line.strip());
				text.append(key).append('=').append(left.remove(key)).append('\n');
			}
		});
		return text + left.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue() + "\n")
				.collect(Collectors.joining());
	}
}
