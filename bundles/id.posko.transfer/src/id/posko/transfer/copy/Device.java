package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** What a folder lies on: whether it is still the same, and how it is made to keep what was written. */
final class Device implements AutoCloseable {

	private static final int NONE = -1;

	private final Path folder;
	private final Object identity;
	private final int descriptor;

	/** @param isWritten whether it will be flushed */
	Device(Path folder, boolean isWritten) throws IOException {
		this.folder = folder;
		identity = identity();
		descriptor = isWritten && Libc.isHere() && folder.getFileSystem() == FileSystems.getDefault() ? Libc.open(folder)
				: NONE;
	}

	/** On Linux device and number of the folder; null where the system has none. */
	private Object identity() throws IOException {
		return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
	}

	Path folder() {
		return folder;
	}

	/** Whether the folder is there, and the one it was. */
	boolean isThere() {
		try {
			return Objects.equals(identity, identity());
		} catch (IOException _) { // that is the question
			return false;
		}
	}

	/** Whether {@link #flush} does it for all files at once; else {@link #flush(FileChannel)} does, for each. */
	boolean flushesAll() {
		return descriptor != NONE;
	}

	void flush() throws IOException {
		if (flushesAll()) {
			Libc.syncfs(descriptor);
		}
	}

	void flush(FileChannel file) throws IOException {
		if (!flushesAll()) {
			file.force(true);
		}
	}

	long room() throws IOException {
		return Files.getFileStore(folder).getUsableSpace();
	}

	@Override
	public void close() {
		if (flushesAll()) {
			Libc.close(descriptor);
		}
	}
}
