package id.posko.bag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manifests of one sort list. */
final class Listing {

	private static final Pattern LINE = Pattern.compile("\\s*([0-9a-fA-F]+)\\s+(\\S.*)", Pattern.DOTALL);

	/** A listed name. */
	static final class Entry {

		final String name;
		/** In the order of {@link Listing#algorithms}; null where that manifest does not list it. */
		final byte[][] hashes;
		/** The file that is meant; null while none is found. */
		String file;

		private Entry(String name, int algorithms) {
			this.name = name;
			hashes = new byte[algorithms][];
		}
	}

	private final boolean isPayload;
	private final Declaration declaration;
	private final Flaws flaws;
	private final List<Algorithm> algorithms = new ArrayList<>();
	private final Map<String, Entry> entries = new HashMap<>();

	Listing(boolean isPayload, Declaration declaration, Flaws flaws) {
		this.isPayload = isPayload;
		this.declaration = declaration;
		this.flaws = flaws;
	}

	/** Reads every manifest of this sort that is there. @param names of the files in the bag's own folder */
	static Listing read(boolean isPayload, List<String> names, TagFile tags, Declaration declaration, Flaws flaws) {
		Listing listing = new Listing(isPayload, declaration, flaws);
		Pattern manifest = Pattern.compile((isPayload ? "manifest-" : "tagmanifest-") + "([a-z0-9-]+)\\.txt");
		Map<String, Algorithm> known = new HashMap<>();
		for (String name : names) {
			Matcher matcher = manifest.matcher(name);
			if (matcher.matches()) {
				Optional<Algorithm> algorithm = Algorithm.of(matcher.group(1).replace("-", ""));
				algorithm.ifPresentOrElse(is -> known.put(name, is),
						() -> flaws.add(Flaw.Kind.UNKNOWN_ALGORITHM, name, 0, matcher.group(1)));
			}
		}
		known.values().stream().distinct().sorted().forEach(listing.algorithms::add);
		known.forEach((name, algorithm) -> tags.lines(name, declaration.encoding(),
				(line, number) -> listing.take(name, algorithm, line, number)));
		return listing;
	}

	private void take(String file, Algorithm algorithm, String line, long number) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches() || matcher.group(1).length() != 2 * algorithm.octets()) {
			if (!line.isBlank()) {
				flaws.add(Flaw.Kind.BAD_LINE, file, number);
			}
			return;
		}
		String written = matcher.group(2);
		Optional<String> plain = BagPath.undecorated(written);
		if (plain.isPresent()) {
			flaws.add(Flaw.Kind.DECORATED, file, number, written);
		}
		String name = BagPath.decoded(plain.orElse(written), declaration.version());
		if (BagPath.escapes(name) || isPayload && !BagPath.isPayload(name)) {
			flaws.add(Flaw.Kind.ESCAPE, file, number, written);
			return;
		}
		if (!BagPath.isPortable(name)) {
			flaws.add(Flaw.Kind.NOT_PORTABLE, file, number, name);
		}
		put(file, algorithm, name, HexFormat.of().parseHex(matcher.group(1)), number);
	}

	private void put(String file, Algorithm algorithm, String name, byte[] hash, long number) {
		byte[][] all = entries.computeIfAbsent(name, is -> new Entry(is, algorithms.size())).hashes;
		int index = algorithms.indexOf(algorithm);
		if (all[index] == null) {
			all[index] = hash;
			return;
		}
		boolean isSame = Arrays.equals(all[index], hash) && !declaration.version().isStrict();
		flaws.add(isSame ? Flaw.Kind.TWICE : Flaw.Kind.CONFLICT, file, number, name);
	}

	/** Of the manifests that were read. */
	List<Algorithm> algorithms() {
		return algorithms;
	}

	String manifest(int algorithm) {
		return (isPayload ? "manifest-" : "tagmanifest-") + algorithms.get(algorithm).word() + ".txt";
	}

	/** Null if no manifest lists it. */
	Entry entry(String name) {
		return entries.get(name);
	}

	Collection<Entry> entries() {
		return entries.values();
	}
}
