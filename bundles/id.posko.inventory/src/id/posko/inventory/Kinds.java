package id.posko.inventory;

import id.posko.kit.Labels;
import id.posko.kit.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Finds a kind by its code or by its label in either language; case, blanks, hyphens and underscores do not matter. */
final class Kinds<E extends Enum<E>> {

	private final Map<String, E> byName = new HashMap<>();
	private final String codes;

	Kinds(E[] kinds, BiFunction<Labels, E, String> label) {
		List<Labels> languages = List.of(new Labels(Words.INDONESIAN), new Labels(Locale.ENGLISH));
		for (E kind : kinds) {
			byName.put(plain(kind.name()), kind);
			languages.forEach(labels -> byName.putIfAbsent(plain(label.apply(labels, kind)), kind));
		}
		codes = Arrays.stream(kinds).map(Enum::name).collect(Collectors.joining(", "));
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
	}

	Optional<E> find(String text) {
		return Optional.ofNullable(byName.get(plain(text)));
	}

	/** For a sentence: every code. */
	String codes() {
		return codes;
	}
}
