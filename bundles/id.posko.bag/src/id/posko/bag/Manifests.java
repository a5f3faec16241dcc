package id.posko.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manifests of one sort that lie in a bag. */
final class Manifests {

	private static final Pattern LINE = Pattern.compile("\\s*([0-9a-fA-F]+)\\s+(\\S.*)", Pattern.DOTALL);
	private static final Pattern NAME = Pattern.compile("(tag)?manifest-([a-z0-9-]+)\\.txt");

	private record Manifest(String file, Algorithm algorithm) {
	}

	private final boolean isPayload;
	private final List<Manifest> manifests = new ArrayList<>();
	private final List<Algorithm> algorithms;
	private final Flaws flaws;

	/** @param names of the files in the bag's own folder */
	Manifests(boolean isPayload, List<String> names, Flaws flaws) {
		this.isPayload = isPayload;
		this.flaws = flaws;
		for (String name : names) {
			Matcher matcher = NAME.matcher(name);
			if (matcher.matches() && isPayload == (matcher.group(1) == null)) {
				Algorithm.of(matcher.group(2).replace("-", "")).ifPresentOrElse(is -> manifests.add(new Manifest(name, is)),
						() -> flaws.add(Flaw.Kind.UNKNOWN_ALGORITHM, name, 0, matcher.group(2)));
			}
		}
		algorithms = manifests.stream().map(Manifest::algorithm).distinct().sorted().toList();
	}

	static boolean isManifest(String name) {
		return NAME.matcher(name).matches();
	}

	/** How such a manifest is called. */
	static String file(boolean isPayload, Algorithm algorithm) {
		return (isPayload ? "manifest-" : "tagmanifest-") + algorithm.word() + ".txt";
	}

	List<Algorithm> algorithms() {
		return algorithms;
	}

	/** The place of a manifest's algorithm among them. */
	int algorithm(int manifest) {
		return algorithms.indexOf(manifests.get(manifest).algorithm());
	}

	/** The manifest of that algorithm. */
	String fileOf(int algorithm) {
		return manifests.stream().filter(manifest -> manifest.algorithm() == algorithms.get(algorithm)).findFirst()
				.map(Manifest::file).orElseThrow();
	}

	/** Writes down what all of them list. */
	void read(TagFile tags, Declaration declaration, Ledger ledger) throws IOException {
		for (int i = 0; i < manifests.size(); i++) {
			int manifest = i;
			tags.lines(manifests.get(i).file(), declaration.encoding(),
					(line, number) -> take(manifest, line, number, declaration.version(), ledger));
		}
	}

	private void take(int manifest, String line, long number, Version version, Ledger ledger) throws IOException {
		String file = manifests.get(manifest).file();
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches() || matcher.group(1).length() != 2 * manifests.get(manifest).algorithm().octets()) {
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
		String name = BagPath.decoded(plain.orElse(written), version);
		if (BagPath.escapes(name) || isPayload && !BagPath.isPayload(name)) {
			flaws.add(Flaw.Kind.ESCAPE, file, number, written);
			return;
		}
		if (!BagPath.isPortable(name)) {
			flaws.add(Flaw.Kind.NOT_PORTABLE, file, number, name);
		}
		ledger.listed(name, manifest, number, HexFormat.of().parseHex(matcher.group(1)));
	}

	/** Born with before RFC 8493, if the hash is the same. */
	Ledger.Twice twice(Declaration declaration) {
		return (entry, manifest, line, isSame) -> flaws.add(
				isSame && !declaration.version().isStrict() ? Flaw.Kind.TWICE : Flaw.Kind.CONFLICT,
				manifests.get(manifest).file(), line, entry.name);
	}
}
