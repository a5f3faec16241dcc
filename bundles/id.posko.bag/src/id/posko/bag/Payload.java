package id.posko.bag;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/** The files in a bag's folder data as they lie there; links are not followed. */
final class Payload {

	static final String FOLDER = "data";

	private final Path bag;
	private final Flaws flaws;
	private long files;
	private long octets;

	Payload(Path bag, Flaws flaws) {
		this.bag = bag;
		this.flaws = flaws;
	}

	/** @param found takes the name of each file, as manifests write it */
	void walk(Consumer<String> found) throws InterruptedException {
		try {
			Files.walkFileTree(bag.resolve(FOLDER), new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
					if (Thread.currentThread().isInterrupted()) {
						return FileVisitResult.TERMINATE;
					}
					if (is.isRegularFile()) {
						files++;
						octets += is.size();
						found.accept(name(file));
					} else {
						flaws.add(Flaw.Kind.NOT_A_FILE, name(file), 0);
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException e) {
					flaws.add(Flaw.Kind.UNREADABLE, name(file), 0, String.valueOf(e.getMessage()));
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, FOLDER, 0, String.valueOf(e.getMessage()));
		}
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	private String name(Path file) {
		return bag.relativize(file).toString().replace(bag.getFileSystem().getSeparator(), "/");
	}

	long files() {
		return files;
	}

	long octets() {
		return octets;
	}
}
