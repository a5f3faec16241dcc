package id.posko.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The mark that this process holds a folder: one locked byte of {@code posko.lock}, far behind the holder's process
 * id, so that others can read that on every system. The system ends it with the process, however that ends. A process
 * takes it once: on POSIX systems a second file handle of the same process, when closed, would end the lock.
 */
final class FolderLock implements AutoCloseable {

	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
	private static final int LONGEST_PID = 20;

	private final FileChannel channel;
	private final FileLock lock;

	private FolderLock(FileChannel channel, FileLock lock) {
		this.channel = channel;
		this.lock = lock;
	}

	/**
	 * Empty if another process holds the folder.
	 *
	 * @throws java.nio.channels.OverlappingFileLockException if this process does: a bug
	 */
	static Optional<FolderLock> take(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			if (lock == null) {
				channel.close();
				return Optional.empty();
			}
			FolderLock taken = new FolderLock(channel, lock);
			taken.sayWho();
			return Optional.of(taken);
		} catch (IOException | IllegalStateException e) {
			channel.close();
			throw e;
		}
	}

	private void sayWho() throws IOException {
		channel.truncate(0);
		channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
	}

	/** Who holds the folder, 0 if that is not said yet. */
	static long holder(Path folder) throws IOException {
		try (FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.READ)) {
			ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
			channel.read(bytes, 0);
			String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
			return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
		}
	}

	private static Path file(Path folder) {
		return folder.resolve("posko.lock");
	}

	@Override
	public void close() throws IOException {
		try (channel) {
			lock.release();
		}
	}
}
