package id.posko.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges a bag by RFC 8493 and the drafts before it, and never changes it. Names are judged alike on every system, so
 * that a bag is not valid here and dangerous elsewhere. Memory grows with the number of files (a few hundred octets
 * each), not with their size. Blocks; ends by interrupt.
 */
public final class Verification {

	/** How far it goes. */
	public enum Depth {
		/** Only whether number and size of the files are what Payload-Oxum says. */
		OXUM,
		/** Whether what is listed is there, and nothing else. */
		COMPLETE,
		/** The same, and every file is read. */
		VALID
	}

	private static final Pattern FETCH = Pattern.compile("\\s*(\\S+)\\s+(-|\\d+)\\s+(\\S.*)", Pattern.DOTALL);
	private static final String FETCH_FILE = "fetch.txt";

	private final Path bag;
	private final int readers;
	private final Consumer<Progress> progress;
	private final Flaws flaws = new Flaws();
	private final TagFile tags;
	private final Payload payload;
	private int strewnAndGone;

	/**
	 * @param readers files that are read at once; 1 for a medium that turns
	 * @param progress told while files are read, on any thread
	 */
	public Verification(Path bag, int readers, Consumer<Progress> progress) {
		this.bag = bag;
		this.readers = readers;
		this.progress = progress;
		tags = new TagFile(bag, flaws);
		payload = new Payload(bag, flaws);
	}

	/** To be called once. */
	public Verdict of(Depth depth) throws InterruptedException {
		List<String> names = names();
		Optional<Declaration> declaration = flaws.has(Flaw.Weight.INVALID) ? Optional.empty()
				: Declaration.read(tags, flaws);
		if (declaration.isPresent()) {
			judge(depth, names, declaration.get());
		}
		return new Verdict(flaws.first(), flaws.counts(), payload.files(), payload.octets(), depth == Depth.VALID);
	}

	/** Of the files in the bag's own folder. */
	private List<String> names() {
		try (Stream<Path> files = Files.list(bag)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		} catch (IOException e) {
			flaws.add(Flaw.Kind.NO_BAG, "", 0, String.valueOf(e.getMessage()));
			return List.of();
		}
	}

	private void judge(Depth depth, List<String> names, Declaration declaration) throws InterruptedException {
		boolean hasPayload = Files.isDirectory(bag.resolve(Payload.FOLDER), LinkOption.NOFOLLOW_LINKS);
		if (!hasPayload) {
			flaws.add(Flaw.Kind.NO_PAYLOAD, Payload.FOLDER, 0);
		}
		if (depth == Depth.OXUM) {
			if (hasPayload) {
				payload.walk(_ -> {
				});
			}
			oxum(declaration, true);
			return;
		}
		Listing listed = Listing.read(true, names, tags, declaration, flaws);
		if (listed.algorithms().isEmpty()) {
			flaws.add(Flaw.Kind.NO_MANIFEST, "", 0);
			return;
		}
		List<String> strangers = new ArrayList<>();
		if (hasPayload) {
			payload.walk(name -> {
				Listing.Entry entry = listed.entry(name);
				if (entry == null) {
					strangers.add(name);
				} else {
					entry.file = name;
				}
			});
		}
		Map<String, String> toFetch = toFetch(declaration, listed);
		findOtherwise(listed, strangers, toFetch);
		strangers.forEach(name -> flaws.add(Flaw.Kind.NOT_LISTED, name, 0, listed.manifest(0)));
		listed.entries().stream().filter(entry -> BagPath.isSystemFile(entry.name))
				.forEach(entry -> flaws.add(Flaw.Kind.SYSTEM_FILE, entry.name, 0));
		if (declaration.version().isStrict()) {
			listed.entries().forEach(entry -> listedEverywhere(listed, entry));
		}
		oxum(declaration, false);
		Listing tagFiles = Listing.read(false, names, tags, declaration, flaws);
		tagFiles.entries().forEach(this::findTagFile);
		if (depth == Depth.VALID) {
			new Hashing(bag, readers, flaws, progress).compare(List.of(listed, tagFiles));
		}
	}

	private void listedEverywhere(Listing listed, Listing.Entry entry) {
		for (int i = 0; i < entry.hashes.length; i++) {
			if (entry.hashes[i] == null) {
				flaws.add(Flaw.Kind.NOT_LISTED, entry.name, 0, listed.manifest(i));
			}
		}
	}

	private void findTagFile(Listing.Entry entry) {
		try {
			Path file = bag.resolve(entry.name);
			if (!file.toRealPath().equals(bag.toRealPath().resolve(entry.name))) {
				flaws.add(Flaw.Kind.NOT_A_FILE, entry.name, 0);
			} else if (Files.isRegularFile(file)) {
				entry.file = entry.name;
			} else {
				flaws.add(Flaw.Kind.MISSING, entry.name, 0);
			}
		} catch (IOException | InvalidPathException _) { // there is no such file, and here can be none
			flaws.add(Flaw.Kind.MISSING, entry.name, 0);
		}
	}

	/** Addresses by name. */
	private Map<String, String> toFetch(Declaration declaration, Listing listed) {
		Map<String, String> addresses = new HashMap<>();
		if (tags.exists(FETCH_FILE)) {
			tags.lines(FETCH_FILE, declaration.encoding(), (line, number) -> {
				var matcher = FETCH.matcher(line);
				if (line.isBlank()) {
					return;
				} else if (!matcher.matches()) {
					flaws.add(Flaw.Kind.BAD_LINE, FETCH_FILE, number);
					return;
				}
				String name = BagPath.decoded(BagPath.undecorated(matcher.group(3)).orElse(matcher.group(3)),
						declaration.version());
				if (BagPath.escapes(name) || !BagPath.isPayload(name)) {
					flaws.add(Flaw.Kind.ESCAPE, FETCH_FILE, number, matcher.group(3));
				} else if (listed.entry(name) == null) {
					flaws.add(Flaw.Kind.FETCH_NOT_LISTED, FETCH_FILE, number, name);
				} else {
					addresses.put(name, matcher.group(1));
				}
			});
		}
		return addresses;
	}

	/** Where no file bears a listed name, one may that only some systems tell from it. */
	private void findOtherwise(Listing listed, List<String> strangers, Map<String, String> toFetch) {
		List<Listing.Entry> missing = listed.entries().stream().filter(entry -> entry.file == null)
				.sorted(Comparator.comparing(entry -> entry.name)).toList();
		if (missing.isEmpty()) {
			return;
		}
		Map<String, String> folded = new HashMap<>();
		listed.entries().stream().filter(entry -> entry.file != null)
				.forEach(entry -> folded.put(BagPath.folded(entry.file), entry.file));
		strangers.forEach(name -> folded.put(BagPath.folded(name), name));
		Set<String> taken = new HashSet<>();
		for (Listing.Entry entry : missing) {
			String like = folded.get(BagPath.folded(entry.name));
			if (toFetch.containsKey(entry.name)) {
				flaws.add(Flaw.Kind.TO_BE_FETCHED, entry.name, 0, toFetch.get(entry.name));
			} else if (like != null) {
				entry.file = like;
				taken.add(like);
				flaws.add(BagPath.composed(like).equals(BagPath.composed(entry.name)) ? Flaw.Kind.OTHER_COMPOSITION
						: Flaw.Kind.OTHER_CASE, entry.name, 0, entry.name, like);
			} else if (BagPath.isSystemFile(entry.name)) {
				strewnAndGone++;
			} else {
				flaws.add(Flaw.Kind.MISSING, entry.name, 0);
			}
		}
		strangers.removeAll(taken);
	}

	private void oxum(Declaration declaration, boolean isNeeded) {
		String file = declaration.version().infoFile();
		BagInfo info = tags.exists(file) ? BagInfo.read(file, tags, declaration, flaws) : new BagInfo(List.of());
		Optional<String> stated = info.value(BagInfo.OXUM);
		String found = payload.octets() + "." + payload.files();
		if (stated.isEmpty() && isNeeded) {
			flaws.add(Flaw.Kind.NO_OXUM, file, 0);
		} else if (stated.isPresent() && !stated.get().equals(found) && !explained(stated.get())) {
			flaws.add(Flaw.Kind.WRONG_OXUM, file, 0, stated.get(), found);
		}
	}

	/** Whether only files are missing that systems strew about and take away again. */
	private boolean explained(String stated) {
		return strewnAndGone > 0 && stated.matches("\\d{1,18}\\.\\d{1,18}")
				&& Long.parseLong(stated.substring(stated.indexOf('.') + 1)) == payload.files() + strewnAndGone
				&& Long.parseLong(stated.substring(0, stated.indexOf('.'))) >= payload.octets();
	}
}
