package id.posko.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder inside a bag in which its new tag files wait until all of them are there. Its name says how far that is: one
 * renaming makes them count, and whatever is cut off behind it is gone on with; before it, nothing was touched. While
 * such a folder lies there, no bag is called complete.
 */
final class Staging {

	/** The tag files are being written. */
	private static final String WRITING = ".posko-bagging";
	/** They are whole: now the payload moves into its folder data, or what they replace goes. */
	private static final String READY = ".posko-bagging-ready";
	/** All in it moves up into the bag, bagit.txt last. */
	private static final String LAST = ".posko-bagging-last";

	private final Path bag;

	Staging(Path bag) {
		this.bag = bag;
	}

	static boolean isOne(String name) {
		return name.equals(WRITING) || name.equals(READY) || name.equals(LAST);
	}

	/** Goes on with what was cut off, or takes away what never counted. @return whether there was something to go on with */
	boolean resume() throws IOException {
		cancel();
		boolean isReady = Files.isDirectory(bag.resolve(READY), LinkOption.NOFOLLOW_LINKS);
		if (isReady) {
			makeRoom();
		}
		boolean isLast = Files.isDirectory(bag.resolve(LAST), LinkOption.NOFOLLOW_LINKS);
		if (isLast) {
			moveUp();
		}
		return isReady || isLast;
	}

	/** @param takesAll whether all that lies in the bag's folder is to become its payload */
	Path begin(boolean takesAll) throws IOException {
		Path writing = Files.createDirectory(bag.resolve(WRITING));
		if (takesAll) {
			Files.createDirectory(writing.resolve(BagPath.PAYLOAD));
		}
		return writing;
	}

	/** From here on the tag files in it count. */
	void commit() throws IOException {
		Files.move(bag.resolve(WRITING), bag.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
		makeRoom();
		moveUp();
	}

	/** Takes away what does not count yet. */
	void cancel() throws IOException {
		Path writing = bag.resolve(WRITING);
		if (Files.isDirectory(writing, LinkOption.NOFOLLOW_LINKS)) {
			for (Path file : lying(writing)) {
				Files.delete(file);
			}
			Files.delete(writing);
		}
	}

	private void makeRoom() throws IOException {
		Path ready = bag.resolve(READY);
		Path payload = ready.resolve(BagPath.PAYLOAD);
		boolean takesAll = Files.exists(payload, LinkOption.NOFOLLOW_LINKS);
		for (Path path : lying(bag)) {
			String name = path.getFileName().toString();
			boolean isReplaced = Manifests.isManifest(name) || name.equals(Version.V0_93.infoFile());
			if (takesAll && !isOne(name)) {
				Files.move(path, payload.resolve(name), StandardCopyOption.ATOMIC_MOVE);
			} else if (isReplaced && !Files.exists(ready.resolve(name))) {
				Files.delete(path);
			}
		}
		Files.move(ready, bag.resolve(LAST), StandardCopyOption.ATOMIC_MOVE);
	}

	private void moveUp() throws IOException {
		Path last = bag.resolve(LAST);
		for (Path path : lying(last)) {
			if (!path.endsWith(Declaration.FILE)) {
				Files.move(path, bag.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
			}
		}
		if (Files.exists(last.resolve(Declaration.FILE))) {
			Files.move(last.resolve(Declaration.FILE), bag.resolve(Declaration.FILE), StandardCopyOption.ATOMIC_MOVE);
		}
		Files.delete(last);
	}

	private static List<Path> lying(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.toList();
		}
	}
}
