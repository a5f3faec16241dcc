package id.posko.bag;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is listed of the payload against what lies there, one part of the names after the other. */
final class Comparison {

	private final Manifests manifests;
	private final boolean isStrict;
	private final Flaws flaws;
	private long strewnAndGone;

	Comparison(Manifests manifests, Version version, Flaws flaws) {
		this.manifests = manifests;
		isStrict = version.isStrict();
		this.flaws = flaws;
	}

	void take(Collection<Entry> part) {
		List<Entry> entries = sorted(part);
		Map<String, Entry> folded = found(entries, flaws);
		Set<Entry> taken = new HashSet<>();
		for (Entry entry : entries) {
			if (entry.isListed()) {
				listed(entry);
				if (entry.isFound) {
					compare(entry, entry.hashes);
				} else {
					missing(entry, folded.get(BagPath.folded(entry.name)), taken);
				}
			} else if (entry.address != null) {
				flaws.add(Flaw.Kind.FETCH_NOT_LISTED, FetchList.FILE, entry.line, entry.name);
			}
		}
		entries.stream().filter(entry -> entry.isFound && !entry.isListed() && !taken.contains(entry))
				.forEach(entry -> flaws.add(Flaw.Kind.NOT_LISTED, entry.name, 0, manifests.fileOf(0)));
	}

	private static List<Entry> sorted(Collection<Entry> entries) {
		return entries.stream().sorted(Comparator.comparing(entry -> entry.name)).toList();
	}

	/** Files by what some systems take their names for; two of the same are a flaw. */
	static Map<String, Entry> found(Collection<Entry> entries, Flaws flaws) {
		Map<String, Entry> folded = new HashMap<>();
		for (Entry entry : sorted(entries)) {
			if (entry.isFound) {
				Entry other = folded.putIfAbsent(BagPath.folded(entry.name), entry);
				if (other != null) {
					flaws.add(Flaw.Kind.CLASH, entry.name, 0, other.name);
				}
			}
		}
		return folded;
	}

	private void listed(Entry entry) {
		if (BagPath.isSystemFile(entry.name)) {
			flaws.add(Flaw.Kind.SYSTEM_FILE, entry.name, 0);
		}
		for (int i = 0; isStrict && i < entry.listed.length; i++) {
			if (entry.listed[i] == null) {
				flaws.add(Flaw.Kind.NOT_LISTED, entry.name, 0, manifests.fileOf(i));
			}
		}
	}

	/** Where no file bears a listed name, one may that only some systems tell from it. */
	private void missing(Entry entry, Entry like, Set<Entry> taken) {
		if (entry.address != null) {
			flaws.add(Flaw.Kind.TO_BE_FETCHED, entry.name, 0, entry.address);
		} else if (like != null) {
			taken.add(like);
			flaws.add(BagPath.composed(like.name).equals(BagPath.composed(entry.name)) ? Flaw.Kind.OTHER_COMPOSITION
					: Flaw.Kind.OTHER_CASE, entry.name, 0, entry.name, like.name);
			compare(entry, like.hashes);
		} else if (BagPath.isSystemFile(entry.name)) {
			strewnAndGone++;
		} else {
			flaws.add(Flaw.Kind.MISSING, entry.name, 0);
		}
	}

	/** @param hashes of the file; null if it was not read */
	void compare(Entry entry, byte[][] hashes) {
		for (int i = 0; hashes != null && i < entry.listed.length; i++) {
			if (entry.listed[i] != null && !Arrays.equals(entry.listed[i], hashes[i])) {
				flaws.add(Flaw.Kind.CORRUPT, entry.name, 0, manifests.algorithms().get(i).word(), hex(entry.listed[i]),
						hex(hashes[i]));
			}
		}
	}

	private static String hex(byte[] hash) {
		return HexFormat.of().formatHex(hash);
	}

	/** Listed files that are not there, of those that systems strew about and take away again. */
	long strewnAndGone() {
		return strewnAndGone;
	}
}
