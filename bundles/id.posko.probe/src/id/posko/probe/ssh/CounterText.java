package id.posko.probe.ssh;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the counter in what a command or a file says: the last match of a pattern, its first group where it has one.
 * Points, commas and blanks between digits are separators of thousands.
 */
final class CounterText {

	private static final int LONGEST_TEXT = 64 * 1024;
	private static final int MOST_LOOKS = 5_000_000;
	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

	private CounterText() {
	}

	/** A pattern that never comes to an end, looking at the same text again and again. */
	private static final class Endless extends RuntimeException {

		private static final long serialVersionUID = 1;

		private Endless() {
			super(null, null, false, false);
		}
	}

	/** A text that may be looked at so often only. */
	private record Bounded(CharSequence text, int[] looks) implements CharSequence {

		@Override
		public int length() {
			return text.length();
		}

		@Override
		public char charAt(int index) {
			if (++looks[0] > MOST_LOOKS) {
				throw new Endless();
			}
			return text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return text.toString();
		}
	}

	/** Empty if there is none, or the pattern takes too long. */
	static OptionalLong find(Pattern pattern, String text) {
		String end = text.substring(Math.max(0, text.length() - LONGEST_TEXT));
		Matcher matcher = pattern.matcher(new Bounded(end, new int[1]));
		OptionalLong last = OptionalLong.empty();
		try {
			while (matcher.find()) {
				String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
				String digits = found == null ? "" : found.strip().replaceAll("(?<=\\d)[., ](?=\\d{3}(\\D|$))", "");
				if (NUMBER.matcher(digits).matches()) {
					last = OptionalLong.of(Long.parseLong(digits));
				}
			}
			return last;
		} catch (Endless | StackOverflowError _) {
			return OptionalLong.empty();
		}
	}
}
