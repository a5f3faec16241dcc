package id.posko.bag;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files below a folder in the order of their names, as they lie there; links are not followed. Of all the tree it
 * holds the names in the folders on the way to where it is (about 100 octets each).
 */
final class Tree {

	/** Takes what is found; names have {@code /} between folders, as manifests write them. */
	@FunctionalInterface
	interface Taker {

		void file(Path file, String name, BasicFileAttributes is) throws IOException, InterruptedException;

		default void empty(@SuppressWarnings("unused") String folder) {
		}
	}

	private record Level(Path folder, String prefix, Iterator<Path> names) {
	}

	private final Path root;
	private final String prefix;
	private final Predicate<String> leftOut;
	private final Flaws flaws;
	private final Deque<Level> levels = new ArrayDeque<>();
	private long files;
	private long octets;

	/**
	 * @param prefix stands before every name
	 * @param leftOut of what lies in the root itself
	 */
	Tree(Path root, String prefix, Predicate<String> leftOut, Flaws flaws) {
		this.root = root;
		this.prefix = prefix;
		this.leftOut = leftOut;
		this.flaws = flaws;
	}

	static Tree ofPayload(Path bag, Flaws flaws) {
		return new Tree(bag.resolve(BagPath.PAYLOAD), BagPath.PAYLOAD + "/", _ -> false, flaws);
	}

	/** To be called once. */
	void walk(Taker taker) throws IOException, InterruptedException {
		enter(root, prefix, leftOut, taker);
		while (!levels.isEmpty()) {
			Level level = levels.getLast();
			stopIfAsked();
			if (level.names.hasNext()) {
				Path name = level.names.next();
				visit(level.folder.resolve(name), level.prefix + name, taker);
			} else {
				levels.removeLast();
			}
		}
	}

	private void visit(Path path, String name, Taker taker) throws IOException, InterruptedException {
		BasicFileAttributes is;
		try {
			is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, name, 0, String.valueOf(e.getMessage()));
			return;
		}
		if (is.isDirectory() && !is.isOther()) {
			enter(path, name + "/", _ -> false, taker);
		} else if (is.isRegularFile()) {
			files++;
			octets += is.size();
			taker.file(path, name, is);
		} else {
			flaws.add(Flaw.Kind.NOT_A_FILE, name, 0);
		}
	}

	private void enter(Path folder, String within, Predicate<String> without, Taker taker) throws InterruptedException {
		List<Path> names = new ArrayList<>();
		try (DirectoryStream<Path> lying = Files.newDirectoryStream(folder)) {
			for (Path path : lying) {
				stopIfAsked();
				if (!without.test(path.getFileName().toString())) {
					names.add(path.getFileName());
				}
			}
		} catch (IOException e) {
			unreadable(within, e);
		} catch (DirectoryIteratorException e) {
			unreadable(within, e.getCause());
		}
		names.sort(null);
		levels.add(new Level(folder, within, names.iterator()));
		if (names.isEmpty() && levels.size() > 1) {
			taker.empty(within);
		}
	}

	private void unreadable(String folder, IOException e) {
		flaws.add(Flaw.Kind.UNREADABLE, folder, 0, String.valueOf(e.getMessage()));
	}

	private static void stopIfAsked() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	/** Found so far. */
	long files() {
		return files;
	}

	/** Of the files found so far. */
	long octets() {
		return octets;
	}
}
