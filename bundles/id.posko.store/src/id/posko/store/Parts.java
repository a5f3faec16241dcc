package id.posko.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of any length as parts that fit a column each; none of them is empty. */
final class Parts {

	private static final int LONGEST = 900;

	private Parts() {
	}

	static List<String> of(List<String> texts) {
		String all = texts.stream().map(text -> Columns.escaped(text) + "\n").collect(Collectors.joining());
		List<String> parts = new ArrayList<>();
		for (int from = 0; from < all.length();) {
			int left = all.codePointCount(from, all.length());
			int to = all.offsetByCodePoints(from, Math.min(LONGEST, left));
			parts.add(all.substring(from, to));
			from = to;
		}
		return parts;
	}

	/** @param parts in order */
	static List<String> texts(List<String> parts) {
		return String.join("", parts).lines().map(Columns::unescaped).toList();
	}
}
