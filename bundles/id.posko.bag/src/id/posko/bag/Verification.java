package id.posko.bag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Judges a bag by RFC 8493 and the drafts before it, and never changes it. Names are judged alike on every system, so
 * that a bag is not valid here and dangerous elsewhere. Memory does not grow with number or size of the files, but with
 * the number of names in one folder. Blocks; ends by interrupt at once.
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

	/** Takes what is read anyhow. */
	interface Companion {

		/** @return hashes that are wanted beside those of the manifests */
		List<Algorithm> begin(Declaration declaration, List<Algorithm> listed) throws IOException;

		/** A file of the payload with its hashes, first those of the manifests. */
		void file(String name, long octets, byte[][] hashes) throws IOException;
	}

	private static final String OXUM = "\\d{1,18}\\.\\d{1,18}";
	private static final byte[][] NOT_READ = {};

	private final Path bag;
	private final int readers;
	private final Consumer<Progress> progress;
	private final Optional<Companion> companion;
	private final Flaws flaws = new Flaws();
	private final TagFile tags;
	private long files;
	private long octets;

	/**
	 * @param readers files that are read at once; 1 for a medium that turns
	 * @param progress told while files are read, on any thread
	 */
	public Verification(Path bag, int readers, Consumer<Progress> progress) {
		this(bag, readers, progress, Optional.empty());
	}

	Verification(Path bag, int readers, Consumer<Progress> progress, Optional<Companion> companion) {
		this.bag = bag;
		this.readers = readers;
		this.progress = progress;
		this.companion = companion;
		tags = new TagFile(bag, flaws);
	}

	/**
	 * To be called once.
	 *
	 * @throws IOException if it has no room to work in the system's temporary folder
	 */
	public Verdict of(Depth depth) throws IOException, InterruptedException {
		try {
			List<String> names = names();
			Optional<Declaration> declaration = flaws.has(Flaw.Weight.INVALID) ? Optional.empty()
					: Declaration.read(tags, flaws);
			if (declaration.isPresent()) {
				judge(depth, names, declaration.get());
			}
		} catch (ClosedByInterruptException _) {
			Thread.interrupted();
			throw new InterruptedException();
		}
		return flaws.verdict(files, octets, depth == Depth.VALID);
	}

	/** Of the files in the bag's own folder. */
	private List<String> names() {
		List<String> names = new ArrayList<>();
		try (Stream<Path> lying = Files.list(bag)) {
			lying.sorted().forEach(path -> {
				String name = path.getFileName().toString();
				if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
					names.add(name);
				} else if (Manifests.isManifest(name)) {
					flaws.add(Flaw.Kind.NOT_A_FILE, name, 0);
				} else if (Staging.isOne(name)) {
					flaws.add(Flaw.Kind.UNFINISHED, name, 0);
				}
			});
		} catch (IOException | UncheckedIOException _) {
			flaws.add(Flaw.Kind.NO_BAG, "", 0, bag.toString());
		}
		return names;
	}

	private void judge(Depth depth, List<String> names, Declaration declaration) throws IOException, InterruptedException {
		boolean hasPayload = Files.isDirectory(bag.resolve(BagPath.PAYLOAD), LinkOption.NOFOLLOW_LINKS);
		if (!hasPayload) {
			flaws.add(Flaw.Kind.NO_PAYLOAD, BagPath.PAYLOAD, 0);
		}
		String info = declaration.version().infoFile();
		Optional<String> oxum = BagInfo.read(info, tags, declaration, flaws).value(BagInfo.OXUM);
		if (depth == Depth.OXUM) {
			if (hasPayload) {
				measure(Tree.ofPayload(bag, flaws), (_, _, _) -> {
				});
			}
			if (oxum.isEmpty()) {
				flaws.add(Flaw.Kind.NO_OXUM, info, 0);
			}
			compare(oxum, info, 0);
			return;
		}
		Manifests manifests = new Manifests(true, names, flaws);
		if (manifests.algorithms().isEmpty()) {
			flaws.add(Flaw.Kind.NO_MANIFEST, "", 0);
			return;
		}
		if (manifests.algorithms().stream().allMatch(Algorithm::isWeak)) {
			flaws.add(Flaw.Kind.WEAK, manifests.fileOf(0), 0, manifests.algorithms().getLast().word());
		}
		Comparison comparison = new Comparison(manifests, declaration.version(), flaws);
		try (Ledger ledger = new Ledger(manifests)) {
			manifests.read(tags, declaration, ledger);
			FetchList.read(tags, declaration, flaws, ledger);
			if (hasPayload && depth == Depth.COMPLETE) {
				measure(Tree.ofPayload(bag, flaws), (_, name, _) -> ledger.found(name));
			} else if (hasPayload) {
				hash(declaration, oxum, manifests.algorithms(), ledger);
			}
			ledger.read(manifests.twice(declaration), comparison::take);
		}
		compare(oxum, info, comparison.strewnAndGone());
		tagFiles(depth, names, declaration);
	}

	private void measure(Tree payload, Tree.Taker taker) throws IOException, InterruptedException {
		payload.walk(taker);
		files = payload.files();
		octets = payload.octets();
	}

	private void hash(Declaration declaration, Optional<String> oxum, List<Algorithm> listed, Ledger ledger)
			throws IOException, InterruptedException {
		Meter meter = oxum.isPresent() && companion.isEmpty() && oxum.get().matches(OXUM) ? Meter.of(oxum.get(), progress)
				: Meter.of(Tree.ofPayload(bag, new Flaws()), progress);
		List<Algorithm> wanted = new ArrayList<>(listed);
		if (companion.isPresent()) {
			wanted.addAll(companion.get().begin(declaration, listed));
		}
		try (Hashing hashing = new Hashing(wanted, readers, flaws, meter)) {
			measure(Tree.ofPayload(bag, flaws), (file, name, is) -> {
				hashing.add(file, name, is, hashes -> {
					ledger.found(name, hashes.map(all -> Arrays.copyOf(all, listed.size())).orElse(NOT_READ));
					if (companion.isPresent() && hashes.isPresent()) {
						companion.get().file(name, is.size(), hashes.get());
					}
				});
			});
			hashing.finish();
		}
	}

	private void tagFiles(Depth depth, List<String> names, Declaration declaration) throws IOException, InterruptedException {
		Manifests manifests = new Manifests(false, names, flaws);
		Comparison comparison = new Comparison(manifests, declaration.version(), flaws);
		try (Ledger ledger = new Ledger(manifests);
				Hashing hashing = new Hashing(manifests.algorithms(), readers, flaws, Meter.silent())) {
			manifests.read(tags, declaration, ledger);
			ledger.read(manifests.twice(declaration), entries -> {
				for (Entry entry : entries) {
					Optional<BasicFileAttributes> is = findTagFile(entry.name);
					if (is.isPresent() && depth == Depth.VALID) {
						hashing.add(bag.resolve(entry.name), entry.name, is.get(),
								hashes -> comparison.compare(entry, hashes.orElse(null)));
					}
				}
			});
			hashing.finish();
		}
	}

	private Optional<BasicFileAttributes> findTagFile(String name) {
		try {
			Path file = bag.resolve(name);
			BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
			if (is.isRegularFile() && file.toRealPath().equals(bag.toRealPath().resolve(name))) {
				return Optional.of(is);
			}
			flaws.add(Flaw.Kind.NOT_A_FILE, name, 0);
		} catch (IOException | InvalidPathException _) { // there is no such file, and here can be none
			flaws.add(Flaw.Kind.MISSING, name, 0);
		}
		return Optional.empty();
	}

	private void compare(Optional<String> oxum, String info, long strewnAndGone) {
		String found = octets + "." + files;
		if (oxum.isPresent() && !oxum.get().equals(found) && !isExplained(oxum.get(), strewnAndGone)) {
			flaws.add(Flaw.Kind.WRONG_OXUM, info, 0, oxum.get(), found);
		}
	}

	/** Whether only files are missing that systems strew about and take away again. */
	private boolean isExplained(String stated, long strewnAndGone) {
		return strewnAndGone > 0 && stated.matches(OXUM)
				&& Long.parseLong(stated.substring(stated.indexOf('.') + 1)) == files + strewnAndGone
				&& Long.parseLong(stated.substring(0, stated.indexOf('.'))) >= octets;
	}
}
