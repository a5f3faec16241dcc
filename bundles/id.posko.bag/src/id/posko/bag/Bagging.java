package id.posko.bag;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a bag of a folder: in place, where the folder becomes the bag, or as a copy. Every file is read once. Memory
 * does not grow with number or size of the files, but with the number of names in one folder. Blocks; ends by interrupt
 * at once, and then, as where it is refused or fails before all is read, nothing is left behind. To be used once.
 */
public final class Bagging {

	private final Path folder;
	private final Terms terms;
	private final BagInfo info;
	private final Consumer<Progress> progress;
	private final Flaws flaws = new Flaws();
	/** Whether every tag file is written. */
	private boolean isWhole;

	/**
	 * @param info what the bag is to say of itself; Bagging-Date and Payload-Oxum come of themselves
	 * @param progress told while files are read, on any thread
	 */
	public Bagging(Path folder, Terms terms, BagInfo info, Consumer<Progress> progress) {
		this.folder = folder;
		this.terms = terms;
		this.info = info.with(BagInfo.DATE, terms.date().toString());
		this.progress = progress;
	}

	/**
	 * Cut off by a kill, it leaves either the folder as it was, or one that is gone on with when this is called again and
	 * that is no complete bag until then.
	 *
	 * @throws IOException if the tag files can not be written or a file can not be moved into the folder data: then it is
	 * gone on with when this is called again
	 */
	public Bagged inPlace() throws IOException, InterruptedException {
		Staging staging = new Staging(folder);
		if (!isFolder()) {
			return refused();
		}
		if (staging.resume()) {
			Verdict verdict = new Verification(folder, terms.readers(), progress).of(Verification.Depth.COMPLETE);
			return verdict.isComplete() ? new Bagged.Made(verdict) : new Bagged.Refused(verdict);
		}
		if (Files.exists(folder.resolve(Declaration.FILE), LinkOption.NOFOLLOW_LINKS)) {
			flaws.add(Flaw.Kind.ALREADY_A_BAG, "", 0, folder.toString());
			return refused();
		}
		Tree tree = tree(flaws);
		try {
			write(tree, staging.begin(true), (hashing, file, name, is, taker) -> hashing.add(file, name, is, taker));
		} catch (ClosedByInterruptException _) {
			throw interrupted();
		} finally {
			if (!isWhole) {
				staging.cancel();
			}
		}
		if (isWhole) {
			staging.commit();
		}
		return outcome(tree);
	}

	/** @param bag a folder that does not exist or is empty, and lies apart from the other */
	public Bagged copy(Path bag) throws IOException, InterruptedException {
		if (!isFolder() || !isFree(bag)) {
			return refused();
		}
		boolean wasThere = Files.exists(bag);
		Path payload = Files.createDirectories(bag.resolve(BagPath.PAYLOAD));
		Tree tree = tree(flaws);
		try {
			write(tree, bag, (hashing, file, name, is, taker) -> {
				Path copy = payload.resolve(folder.relativize(file));
				Files.createDirectories(copy.getParent());
				hashing.copy(file, name, is, copy, taker);
			});
		} catch (ClosedByInterruptException _) {
			throw interrupted();
		} catch (FileAlreadyExistsException e) { // that medium takes two names for one
			flaws.add(Flaw.Kind.TAKEN, "", 0, e.getFile());
		} finally {
			if (!isWhole) {
				remove(bag, !wasThere);
			}
		}
		return outcome(tree);
	}

	@FunctionalInterface
	private interface Reading {

		void begin(Hashing hashing, Path file, String name, BasicFileAttributes is, Hashing.Taker taker)
				throws IOException, InterruptedException;
	}

	private void write(Tree tree, Path to, Reading reading) throws IOException, InterruptedException {
		Meter meter = Meter.of(tree(new Flaws()), progress);
		Manifests none = new Manifests(true, List.of(), flaws);
		try (Ledger names = new Ledger(none);
				TagWriter tags = new TagWriter(to, new Declaration(terms.version(), StandardCharsets.UTF_8),
						terms.algorithms());
				Hashing hashing = new Hashing(terms.algorithms(), terms.readers(), flaws, meter)) {
			tree.walk(new Tree.Taker() {
				@Override
				public void file(Path file, String name, BasicFileAttributes is) throws IOException, InterruptedException {
					names.found(name);
					if (!BagPath.isPortable(name)) {
						flaws.add(Flaw.Kind.NOT_PORTABLE, name, 0, name);
					}
					reading.begin(hashing, file, name, is, hashes -> {
						if (hashes.isPresent() && !tags.list(name, is.size(), hashes.get())) {
							flaws.add(Flaw.Kind.BAD_NAME, name, 0);
						}
					});
				}

				@Override
				public void empty(String name) {
					flaws.add(Flaw.Kind.EMPTY_FOLDER, name, 0);
				}
			});
			hashing.finish();
			names.read((_, _, _, _) -> {
			}, entries -> Comparison.found(entries, flaws));
			if (!meter.isAll(tree)) {
				flaws.add(Flaw.Kind.CHANGED, BagPath.PAYLOAD, 0);
			}
			if (!flaws.has(Flaw.Weight.INVALID)) {
				tags.finish(info, Map.of());
				isWhole = true;
			}
		}
	}

	/** What lies in the folder, named as in a bag's payload. */
	private Tree tree(Flaws to) {
		return new Tree(folder, BagPath.PAYLOAD + "/", Staging::isOne, to);
	}

	private boolean isFolder() {
		if (!Files.isDirectory(folder)) {
			flaws.add(Flaw.Kind.NO_BAG, "", 0, folder.toString());
			return false;
		}
		return true;
	}

	private boolean isFree(Path bag) throws IOException {
		if (Files.exists(bag, LinkOption.NOFOLLOW_LINKS)) {
			try (Stream<Path> lying = Files.list(bag)) {
				if (lying.findAny().isPresent()) {
					flaws.add(Flaw.Kind.TAKEN, "", 0, bag.toString());
					return false;
				}
			} catch (NotDirectoryException _) {
				flaws.add(Flaw.Kind.TAKEN, "", 0, bag.toString());
				return false;
			}
		}
		Path from = folder.toRealPath();
		Path existing = bag.toAbsolutePath().normalize();
		while (!Files.exists(existing)) {
			existing = existing.getParent();
		}
		if (existing.toRealPath().startsWith(from) || from.startsWith(bag.toAbsolutePath().normalize())) {
			flaws.add(Flaw.Kind.WITHIN, "", 0, bag.toString());
			return false;
		}
		return true;
	}

	private static void remove(Path bag, boolean isOurs) throws IOException {
		Files.walkFileTree(bag, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path made, IOException e) throws IOException {
				if (isOurs || !made.equals(bag)) {
					Files.delete(made);
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private Bagged outcome(Tree tree) {
		return isWhole ? new Bagged.Made(flaws.verdict(tree.files(), tree.octets(), true)) : refused();
	}

	private Bagged refused() {
		return new Bagged.Refused(flaws.verdict(0, 0, false));
	}

	private static InterruptedException interrupted() {
		Thread.interrupted();
		return new InterruptedException();
	}
}
