package id.posko.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The text file beside the database that says which version of our tables is inside, so that this is known before
 * the database is opened.
 */
final class SchemaVersion {

	private static final String NAME = "schema-version";
	private static final int LONGEST = 100;

	private SchemaVersion() {
	}

	/**
	 * 0 where nothing was written yet.
	 *
	 * @throws DamagedException if it says no version
	 */
	static int read(Path folder) throws IOException {
		byte[] bytes;
		try (var in = Files.newInputStream(folder.resolve(NAME))) {
			bytes = in.readNBytes(LONGEST);
		} catch (NoSuchFileException _) {
			return 0;
		}
		String text = new String(bytes, StandardCharsets.UTF_8).strip();
		if (!text.matches("\\d{1,9}")) {
			throw new DamagedException(NAME + ": \"" + text + "\"");
		}
		return Integer.parseInt(text);
	}

	/** All of it or nothing, also if the machine stops meanwhile. */
	static void write(Path folder, int version) throws IOException {
		Path next = folder.resolve(NAME + ".next");
		try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			channel.write(StandardCharsets.UTF_8.encode(version + "\n"));
			channel.force(true);
		}
		Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		sync(folder);
	}

	/** Makes names that were put into the folder safe on disk, where the system has a way to (Windows has none). */
	static void sync(Path folder) throws IOException {
		if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
				names.force(true);
			}
		}
	}

	/** What is there is not what should be there. */
	static final class DamagedException extends IOException {

		private static final long serialVersionUID = 1;

		DamagedException(String what) {
			super(what);
		}
	}
}
