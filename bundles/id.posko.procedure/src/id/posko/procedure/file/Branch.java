package id.posko.procedure.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys with values that are to be written, in their order; what is empty is left out. */
final class Branch {

	private static final Spot NOWHERE = new Spot(0, 0);

	private final Map<String, Tree.Value> values = new LinkedHashMap<>();

	static Tree.Items of(List<? extends Tree> items) {
		return new Tree.Items(List.copyOf(items), NOWHERE);
	}

	static Tree.Items items(List<String> texts) {
		return of(texts.stream().map(text -> new Tree.Text(text, NOWHERE)).toList());
	}

	Tree.Keys keys() {
		return new Tree.Keys(values, NOWHERE);
	}

	void put(String key, Tree tree) {
		values.put(key, new Tree.Value(NOWHERE, tree));
	}

	void put(String key, String text) {
		if (!text.isEmpty()) {
			put(key, new Tree.Text(text, NOWHERE));
		}
	}

	void put(String key, List<String> texts) {
		if (!texts.isEmpty()) {
			put(key, items(texts));
		}
	}
}
