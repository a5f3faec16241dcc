package id.posko.seal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that gets its name only when it is whole and on the medium: until then it lies beside it as {@code NAME.part}.
 * Closed before that, nothing is left; what a fall left is taken over by the next one.
 */
final class Draft implements WritableByteChannel {

	/** Somebody else writes the same file now. */
	static final class Taken extends IOException {
		private static final long serialVersionUID = 1L;
	}

	/** There is no room for it. */
	static final class Full extends IOException {
		private static final long serialVersionUID = 1L;
	}

	private static final long NO_ROOM = 1 << 20;
	private static final String ENDING = ".part";
	private static final boolean IS_POSIX = File.separatorChar == '/';

	private final Path target;
	private final Path part;
	private final FileChannel channel;
	private boolean isKept;

	/**
	 * @param isPrivate
	 *            whether nobody but this user may read it, where the file system knows that
	 * @throws FileAlreadyExistsException
	 *             if there is a file of that name
	 */
	Draft(Path target, boolean isPrivate) throws IOException {
		this.target = target;
		part = target.resolveSibling(target.getFileName() + ENDING);
		refuseExisting();
		if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
			removeLeft();
		}
		FileAttribute<?>[] rights = IS_POSIX && isPrivate
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights);
		if (channel.tryLock() == null) {
			channel.close();
			throw new Taken();
		}
	}

	private void refuseExisting() throws FileAlreadyExistsException {
		if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(target.toString());
		}
	}

	private void removeLeft() throws IOException {
		try (FileChannel left = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
			if (left.tryLock() == null) {
				throw new Taken();
			}
		} catch (OverlappingFileLockException _) {
			throw new Taken();
		}
		Files.delete(part);
	}

	@Override
	public int write(ByteBuffer from) throws IOException {
		return writing(() -> channel.write(from));
	}

	/** Puts what was written on the medium; gives its size in bytes. */
	long flush() throws IOException {
		return writing(() -> {
			channel.force(true);
			return channel.size();
		});
	}

	private interface Writing<T> {
		T go() throws IOException;
	}

	/** Systems say only in their own words that there is no room. */
	private <T> T writing(Writing<T> act) throws IOException {
		try {
			return act.go();
		} catch (ClosedByInterruptException e) {
			throw e;
		} catch (IOException e) {
			throw part.toAbsolutePath().getParent().toFile().getUsableSpace() < NO_ROOM ? new Full() : e;
		}
	}

	@Override
	public boolean isOpen() {
		return channel.isOpen();
	}

	/** Gives it its name, for good; it was flushed before. */
	void keep() throws IOException {
		if (!IS_POSIX) {
			channel.close();
		}
		refuseExisting();
		Files.move(part, target);
		isKept = true;
		if (IS_POSIX) {
			try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
				folder.force(true);
			}
		}
	}

	@Override
	public void close() throws IOException {
		if (!IS_POSIX) {
			channel.close();
		}
		if (!isKept) {
			Files.deleteIfExists(part);
		}
		channel.close();
	}
}
