package id.posko.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a bench made. */
final class Folders {

	private Folders() {
	}

	static void remove(Path folder) throws IOException {
		List<Path> deepestFirst;
		try (Stream<Path> inside = Files.walk(folder)) {
			deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : deepestFirst) {
			Files.delete(path);
		}
	}
}
