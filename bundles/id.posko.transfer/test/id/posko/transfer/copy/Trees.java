package id.posko.transfer.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders to be copied, and whether they were. */
final class Trees {

	static final int CHUNK = CopyJournal.CHUNK;

	private Trees() {
	}

	/** Small files, empty ones, ones about the length of a chunk, a long one; folders in folders. */
	static Path make(Path folder, long seed) throws IOException {
		Random random = new Random(seed);
		for (int i = 0; i < 30; i++) {
			int length = switch (i % 10) {
				case 0 -> 0;
				case 1 -> CHUNK + random.nextInt(3) - 1;
				case 2 -> i == 12 ? 3 * CHUNK + random.nextInt(CHUNK) : 1;
				default -> random.nextInt(200_000);
			};
			byte[] content = new byte[length];
			random.nextBytes(content);
			file(folder.resolve("hari " + i % 4 + "/é" + i + ".dat"), content);
		}
		return folder;
	}

	static Path file(Path file, byte[] content) throws IOException {
		Files.createDirectories(file.getParent());
		Files.write(file, content);
		return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T07:03:02Z")));
	}

	/** All of a folder, under the same names. */
	static Plan plan(Path source, Path file) throws IOException, InterruptedException {
		Names names = new Names(source);
		try (Plan.Maker maker = new Plan.Maker(file)) {
			Survey.walk(source, new Survey.Taker() {
				@Override
				public void file(Path found, BasicFileAttributes is) throws IOException {
					maker.add(new Plan.Row(is.size(), names.of(found), names.of(found)));
				}

				@Override
				public void left(Path path, Survey.Left why, String reason) {
					// is not copied
				}
			});
			return maker.finish();
		}
	}

	/** Every file with its content and time, nothing else; no temporary name is left. */
	static void assertSame(Path source, Path target) throws IOException {
		TreeMap<String, Path> wanted = files(source);
		TreeMap<String, Path> there = files(target);
		assertEquals(wanted.keySet(), there.keySet());
		for (String name : wanted.keySet()) {
			assertEquals(-1, Files.mismatch(wanted.get(name), there.get(name)), name);
			assertEquals(Files.getLastModifiedTime(wanted.get(name)), Files.getLastModifiedTime(there.get(name)), name);
		}
	}

	/** What bears its own name is whole, whenever one looks. */
	static void assertNothingHalf(Path source, Path target) throws IOException {
		for (var there : files(target).entrySet()) {
			if (!there.getKey().endsWith(".posko-part")) {
				assertEquals(-1, Files.mismatch(source.resolve(there.getKey()), there.getValue()), there.getKey());
			}
		}
	}

	static TreeMap<String, Path> files(Path folder) throws IOException {
		TreeMap<String, Path> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
					.forEach(file -> assertFalse(files.put(folder.relativize(file).toString(), file) != null));
		}
		return files;
	}
}
