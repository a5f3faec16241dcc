package id.posko.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keys with values while they are read one by one. What is missing or of the wrong type is told where it stands, and a
 * value is given all the same, so that the reading goes on to the next mistake; {@link #close} tells the keys that
 * nobody asked for. An empty value is as good as none.
 */
final class Card {

	static final int LONGEST_TEXT = 4000;

	private final Tree.Keys keys;
	private final Consumer<Problem> problems;
	private final Set<String> asked = new LinkedHashSet<>();

	Card(Tree.Keys keys, Consumer<Problem> problems) {
		this.keys = keys;
		this.problems = problems;
	}

	Spot spot() {
		return keys.spot();
	}

	/** Where the key's value stands; where the card stands if there is none. */
	Spot spot(String key) {
		return value(key).map(Tree::spot).orElse(keys.spot());
	}

	void wrong(Rule rule, Spot spot, Object... arguments) {
		problems.accept(Problem.of(rule, spot, arguments));
	}

	/** What the key holds, if that is not nothing. */
	private Optional<Tree> value(String key) {
		asked.add(key);
		Tree.Value value = keys.values().get(key);
		return value == null || value.tree() instanceof Tree.Text(String text, _) && text.isBlank() ? Optional.empty()
				: Optional.of(value.tree());
	}

	boolean has(String key) {
		return value(key).isPresent();
	}

	/** Whether the key stands there, be it with an empty list. */
	boolean isThere(String key) {
		asked.add(key);
		return keys.values().containsKey(key) && (has(key) || keys.values().get(key).tree() instanceof Tree.Items);
	}

	boolean isText(String key) {
		return value(key).orElse(null) instanceof Tree.Text;
	}

	Optional<Tree.Text> given(String key) {
		return value(key).flatMap(tree -> text(key, tree));
	}

	/** A text that may be missing: then "". */
	String text(String key) {
		return given(key).map(Tree.Text::value).orElse("");
	}

	String required(String key) {
		requires(key);
		return text(key);
	}

	void requires(String key) {
		if (!has(key)) {
			wrong(Rule.MISSING, keys.spot(), key);
		}
	}

	private Optional<Tree.Text> text(String key, Tree tree) {
		if (!(tree instanceof Tree.Text(String value, Spot spot))) {
			wrong(Rule.NOT_TEXT, tree.spot(), key);
			return Optional.empty();
		}
		OptionalInt forbidden = Texts.firstForbidden(value);
		if (value.length() > LONGEST_TEXT) {
			wrong(Rule.TOO_LONG, spot, key, value.length(), LONGEST_TEXT);
		} else if (forbidden.isPresent()) {
			wrong(Rule.CONTROL, spot, key, "U+%04X".formatted(forbidden.getAsInt()));
		} else {
			return Optional.of(new Tree.Text(value.strip(), spot));
		}
		return Optional.empty();
	}

	/** A text or a list of texts, each on one line; empty items are left out. */
	List<Tree.Text> texts(String key) {
		return value(key).map(tree -> {
			List<Tree> items = tree instanceof Tree.Items list ? list.items() : List.of(tree);
			List<Tree.Text> texts = new ArrayList<>();
			items.forEach(item -> text(key, item).filter(text -> !text.value().isEmpty())
					.ifPresent(text -> texts.add(new Tree.Text(Texts.squeezed(text.value()), text.spot()))));
			return texts;
		}).orElse(List.of());
	}

	List<String> lines(String key) {
		return texts(key).stream().map(Tree.Text::value).toList();
	}

	/** A whole number from {@code least} to 999. */
	OptionalInt number(String key, int least) {
		Optional<Tree.Text> text = given(key);
		if (text.isEmpty()) {
			return OptionalInt.empty();
		}
		String digits = text.get().value().strip();
		int number = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
		if (number < least) {
			wrong(Rule.NOT_A_NUMBER, text.get().spot(), key, Texts.quoted(digits));
			return OptionalInt.empty();
		}
		return OptionalInt.of(number);
	}

	/** One of a closed set of words. */
	<T> Optional<T> word(String key, Tree.Text text, Function<String, Optional<T>> of, List<String> words) {
		Optional<T> found = of.apply(text.value().strip());
		if (found.isEmpty()) {
			wrong(Rule.NOT_ONE_OF, text.spot(), key, Texts.quoted(text.value()), String.join(", ", words));
		}
		return found;
	}

	/** The list under the key, each item keys with values. */
	List<Card> cards(String key) {
		Optional<Tree> value = value(key);
		if (value.isPresent() && !(value.get() instanceof Tree.Items)) {
			wrong(Rule.NOT_LIST, value.get().spot(), key);
		}
		List<Card> cards = new ArrayList<>();
		if (value.isPresent() && value.get() instanceof Tree.Items list) {
			list.items().forEach(item -> card(key, item).ifPresent(cards::add));
		}
		return cards;
	}

	/** The keys with values under the key. */
	Optional<Card> card(String key) {
		return value(key).flatMap(tree -> card(key, tree));
	}

	private Optional<Card> card(String key, Tree tree) {
		if (tree instanceof Tree.Keys inner) {
			return Optional.of(new Card(inner, problems));
		}
		wrong(Rule.NOT_KEYS, tree.spot(), key);
		return Optional.empty();
	}

	/** All keys with their values, where the keys are names that are free but for {@code isTaken}. */
	Map<String, Tree.Value> free(Predicate<String> isTaken) {
		keys.values().forEach((key, value) -> {
			asked.add(key);
			text(key, new Tree.Text(key, value.key()));
			if (key.isEmpty() || !Texts.squeezed(key).equals(key) || isTaken.test(key)) {
				wrong(Rule.RESERVED, value.key(), Texts.quoted(key));
			}
		});
		return keys.values();
	}

	Optional<Card> inner(String key) {
		asked.add(key);
		return card(key, keys.values().get(key).tree());
	}

	/** Tells the keys that nobody asked for. */
	void close() {
		keys.values().forEach((key, value) -> {
			if (!asked.contains(key)) {
				wrong(Rule.UNKNOWN_KEY, value.key(), Texts.quoted(key), Texts.nearest(key, asked));
			}
		});
	}
}
