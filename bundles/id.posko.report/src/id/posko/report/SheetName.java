package id.posko.report;

import java.util.List;
import java.util.Locale;

/**
 * Names that Excel takes for a sheet: 1 to 31 characters, some signs not, each once whatever its letters' case. An
 * apostrophe becomes a typographic one, which formulas need not double.
 */
final class SheetName {

	private static final int LONGEST = 31;
	private static final String UNNAMED = "-";

	private SheetName() {
	}

	/** The wished one, or the nearest to it. */
	static String of(String wished, List<String> taken) {
		String name = wished.replaceAll("[/\\\\?*\\]\\[:\\p{Cntrl}]", "-").replace('\'', '’');
		String first = shortened(name.isBlank() ? UNNAMED : name, "");
		String free = first;
		for (int i = 1; isTaken(free, taken); i++) {
			free = shortened(first, "_" + i);
		}
		return free;
	}

	private static boolean isTaken(String name, List<String> taken) {
		String lower = name.toLowerCase(Locale.ROOT);
		return taken.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(lower));
	}

	private static String shortened(String name, String ending) {
		return name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
	}
}
