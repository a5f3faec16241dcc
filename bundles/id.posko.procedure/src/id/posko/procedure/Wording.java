package id.posko.procedure;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How alike two texts are worded, whatever their capitals and signs. */
public final class Wording {

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	private Wording() {
	}

	static List<String> words(String text) {
		return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
	}

	static boolean isSame(String one, String other) {
		return words(one).equals(words(other));
	}

	/** The share of words that both have among those that either has: 0 to 1. */
	static double likeness(String one, String other) {
		Set<String> ones = new LinkedHashSet<>(words(one));
		Set<String> others = new LinkedHashSet<>(words(other));
		Set<String> both = new HashSet<>(ones);
		both.retainAll(others);
		int either = ones.size() + others.size() - both.size();
		return either == 0 ? 0 : (double) both.size() / either;
	}

	/** How many words both begin with. */
	static int sameBeginning(String one, String other) {
		List<String> ones = words(one);
		List<String> others = words(other);
		int same = 0;
		while (same < Math.min(ones.size(), others.size()) && ones.get(same).equals(others.get(same))) {
			same++;
		}
		return same;
	}

	/** Whether all words of one are among those of the other. */
	static boolean isWithin(String one, String other) {
		return new HashSet<>(words(other)).containsAll(words(one));
	}

	/**
	 * Whether a short text is the other mistyped: at most two letters changed, added or left out, and no more than one
	 * in four unless the letters are the same in another order.
	 */
	static boolean isMisspelling(String written, String meant) {
		String one = String.join(" ", words(written));
		String other = String.join(" ", words(meant));
		int distance = distance(one, other);
		boolean shuffled = sorted(one).equals(sorted(other));
		return distance > 0 && distance <= 2 && (shuffled || distance * 4 <= other.length());
	}

	private static String sorted(String text) {
		return text.chars().sorted()
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	/** How many letters have to be changed, added or left out to make one text of the other (Levenshtein). */
	public static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int corner = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int best = Math.min(corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1),
						Math.min(row[j], row[j - 1]) + 1);
				corner = row[j];
				row[j] = best;
			}
		}
		return row[other.length()];
	}
}
