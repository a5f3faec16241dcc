package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The files of a folder and all below it, one after the other; links are told, never followed. */
public final class Survey {

	/** Why two folders can not be source and target of a copy. */
	public enum Clash {
		SAME, TARGET_INSIDE, SOURCE_INSIDE
	}

	/** What is no file, or can not be seen. */
	public enum Left {
		LINK,
		/** A pipe, socket or device. */
		SPECIAL,
		/** The folder or file can not be looked at. */
		UNREADABLE
	}

	/** Takes what is found. */
	public interface Taker {
		void file(Path file, BasicFileAttributes is) throws IOException;

		/** @param reason the system's message; may be empty */
		void left(Path path, Left why, String reason) throws IOException;
	}

	private Survey() {
	}

	/** Empty if they can; the target need not exist. */
	public static Optional<Clash> clash(Path source, Path target) throws IOException {
		Path from = source.toRealPath();
		Path above = target.toAbsolutePath().normalize();
		while (!Files.exists(above) && above.getParent() != null) {
			above = above.getParent();
		}
		Path to = above.toRealPath().resolve(above.relativize(target.toAbsolutePath().normalize()));
		return from.equals(to.normalize()) ? Optional.of(Clash.SAME)
				: to.startsWith(from) ? Optional.of(Clash.TARGET_INSIDE)
						: from.startsWith(to) ? Optional.of(Clash.SOURCE_INSIDE) : Optional.empty();
	}

	/** Blocks; ends by interrupt. */
	public static void walk(Path folder, Taker taker) throws IOException, InterruptedException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
				if (is.isRegularFile()) {
					taker.file(file, is);
				} else {
					taker.left(file, is.isSymbolicLink() ? Left.LINK : Left.SPECIAL, "");
				}
				return goOn();
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
				if (file.equals(folder)) {
					throw e;
				}
				taker.left(file, Left.UNREADABLE, String.valueOf(e.getMessage()));
				return goOn();
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
				if (e != null) {
					taker.left(directory, Left.UNREADABLE, String.valueOf(e.getMessage()));
				}
				return goOn();
			}
		});
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	private static FileVisitResult goOn() {
		return Thread.currentThread().isInterrupted() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
	}
}
