package id.posko.probe.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import id.posko.kit.DeviceKind;
import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Guess;
import id.posko.kit.discovery.Guess.Confidence;
import id.posko.kit.discovery.Sign;

/**
 * What is asked and what is guessed, read from {@code kinds.rows}. Its lines, parts between semicolons:
 *
 * <pre>
 * door ; port ; service ; what it is
 * mib ; OID ; what it is
 * guess ; device kind ; confidence ; maker or system, or - ; sign[=value] [&amp; sign[=value] …]
 * </pre>
 *
 * A system is the value or below it, a banner or description contains the value, other signs are equal to it.
 */
record Rules(Map<Door, String> doors, Map<String, String> mibs, List<Rule> rules) {

	private static final String COLUMNS = " *; *";

	/** One line {@code guess}. */
	record Rule(DeviceKind kind, Confidence confidence, String maker, List<Condition> conditions) {

		/** Empty if not all conditions are met. */
		private Optional<Guess> guess(List<Sign> signs) {
			List<Sign> evidence = new ArrayList<>();
			for (Condition condition : conditions) {
				Optional<Sign> met = signs.stream().filter(condition::isMetBy).findFirst();
				if (met.isEmpty()) {
					return Optional.empty();
				}
				evidence.add(maker.isEmpty() ? met.get() : met.get().meaning(maker));
			}
			return Optional.of(new Guess(kind, confidence, evidence));
		}

		/** The longer its OIDs, the more exactly it tells. */
		private int exactness() {
			return conditions.stream().filter(c -> c.kind == Sign.Kind.SYSTEM).mapToInt(c -> c.value.length()).sum();
		}
	}

	/** @param value empty: any */
	record Condition(Sign.Kind kind, String value) {

		boolean isMetBy(Sign sign) {
			return sign.kind() == kind && (value.isEmpty() || switch (kind) {
			case SYSTEM -> (sign.value() + ".").startsWith(value + ".");
			case SSH, RTSP, DESCRIPTION -> hasWord(sign.value().toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
			default -> sign.value().equals(value);
			});
		}

		/** Not in the middle of a longer word: no UPS in "groups". */
		private static boolean hasWord(String text, String word) {
			for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
				int end = at + word.length();
				if ((at == 0 || !Character.isLetter(text.charAt(at - 1)))
						&& (end == text.length() || !Character.isLetter(text.charAt(end)))) {
					return true;
				}
			}
			return false;
		}
	}

	static Rules read() {
		try (InputStream stream = Rules.class.getResourceAsStream("kinds.rows");
				BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			Rules read = new Rules(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
			lines.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).forEach(read::add);
			read.rules.sort(Comparator.comparing(Rule::confidence).thenComparing(Rule::exactness, Comparator.reverseOrder()));
			return read;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void add(String line) {
		String[] parts = line.split(COLUMNS);
		switch (parts[0]) {
		case "door" -> doors.put(new Door(Integer.parseInt(parts[1]), constant(Door.Service.class, parts[2])), parts[3]);
		case "mib" -> mibs.put(parts[1], parts[2]);
		case "guess" -> rules.add(new Rule(constant(DeviceKind.class, parts[1]), constant(Confidence.class, parts[2]),
				parts[3].equals("-") ? "" : parts[3], Arrays.stream(parts[4].split(" *& *")).map(Rules::condition).toList()));
		default -> throw new IllegalArgumentException(line);
		}
	}

	private static Condition condition(String text) {
		String[] sides = text.split("=", 2);
		return new Condition(constant(Sign.Kind.class, sides[0]), sides.length == 1 ? "" : sides[1]);
	}

	private static <E extends Enum<E>> E constant(Class<E> type, String name) {
		return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
	}

	Optional<Guess> guess(List<Sign> signs) {
		return rules.stream().flatMap(rule -> rule.guess(signs).stream()).findFirst();
	}
}
