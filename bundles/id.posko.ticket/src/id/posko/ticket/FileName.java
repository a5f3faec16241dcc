package id.posko.ticket;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names of files that every system bears, leading nowhere, each once. */
final class FileName {

	private static final Pattern BAD = Pattern.compile("[^\\p{L}\\p{N}._ -]");
	private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
	private static final int LONGEST = 80;

	private final Set<String> taken = new HashSet<>();

	/** @param wanted any text, also a path of another system */
	String of(String wanted) {
		String last = wanted.substring(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1);
		String clean = BAD.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("_")
				.replaceAll("^[. ]+|[. ]+$", "");
		int dot = clean.lastIndexOf('.');
		String ending = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
		String stem = clean.substring(0, clean.length() - ending.length());
		stem = stem.substring(0, Math.min(stem.length(), LONGEST)).replaceAll("[. ]+$|\\p{Cs}$", "");
		if (stem.isEmpty() || DEVICE.matcher(stem + ending).matches()) {
			stem = "berkas" + (stem.isEmpty() ? "" : "-" + stem);
		}
		String name = stem + ending;
		for (int i = 2; !taken.add(folded(name)); i++) {
			name = stem + "-" + i + ending;
		}
		return name;
	}

	private static String folded(String name) {
		return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}
}
