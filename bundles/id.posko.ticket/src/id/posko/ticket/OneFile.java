package id.posko.ticket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bag as one file (ZIP), which comes to be as a whole or not at all. */
final class OneFile {

	private static final String ENDING = ".zip";

	/** What fills a folder. */
	interface Filling {
		void into(Path folder) throws IOException;
	}

	/** What may be left half done. */
	interface Making {
		void make() throws IOException;
	}

	private OneFile() {
	}

	static boolean isMeant(Path out) {
		return out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
	}

	/**
	 * @param folder its only entry at the top
	 * @throws FileAlreadyExistsException if something lies there
	 */
	static void write(Path zip, String folder, Filling filling, Consumer<String> progress) throws IOException {
		if (Files.exists(zip)) {
			throw new FileAlreadyExistsException(zip.toString());
		}
		Path near = zip.toAbsolutePath().getParent();
		Files.createDirectories(near);
		Path home = Files.createTempDirectory("posko");
		Path half = near.resolve("." + zip.getFileName() + ".posko");
		try {
			filling.into(home.resolve(folder));
			try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING); OutputStream out = Channels.newOutputStream(channel)) {
				put(home, out, progress);
				channel.force(true);
			}
			Files.move(half, zip, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(half);
			delete(home);
		}
	}

	private static void put(Path home, OutputStream out, Consumer<String> progress) throws IOException {
		ZipOutputStream packed = new ZipOutputStream(out);
		for (Path file : files(home)) {
			if (Files.isRegularFile(file)) {
				String name = home.relativize(file).toString().replace('\\', '/');
				progress.accept(name);
				packed.putNextEntry(new ZipEntry(name));
				Files.copy(file, packed);
				packed.closeEntry();
			}
		}
		packed.finish();
	}

	/** Takes away what was made in the folder if it did not come to its end. @param stays the folder itself */
	static void orNothing(Path folder, boolean stays, Making making) throws IOException {
		boolean isWhole = false;
		try {
			making.make();
			isWhole = true;
		} catch (FileAlreadyExistsException e) {
			isWhole = true; // nothing of ours lies there
			throw e;
		} finally {
			if (!isWhole && Files.isDirectory(folder)) {
				for (Path file : files(folder).reversed()) {
					if (!stays || !file.equals(folder)) {
						Files.delete(file);
					}
				}
			}
		}
	}

	private static void delete(Path home) throws IOException {
		for (Path file : files(home).reversed()) {
			Files.delete(file);
		}
	}

	/** What lies in a folder comes after it. */
	private static List<Path> files(Path home) throws IOException {
		try (Stream<Path> all = Files.walk(home)) {
			return all.sorted(Comparator.naturalOrder()).toList();
		}
	}
}
