package id.posko.tests.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** What no source file of ours does. */
class SourceTest {

	private static final int LONGEST_FILE = 500;

	/** What is forbidden, and the files that are the one place for it. */
	private static final Map<String, Set<String>> FORBIDDEN = Map.of(
			"\\bDisplay\\.", Set.of("UiThread.java"),
			"new Color\\(", Set.of("Palette.java"),
			"\\bSystem\\.(out|err)\\b", Set.of(),
			"\\bThread\\.sleep\\b", Set.of(),
			"catch \\((Exception|Throwable) ", Set.of("Libc.java", "Linux.java", "WindowsEcho.java"));

	@Test
	void forbiddenWordsStandInTheirNamedPlacesOnly() {
		Set<String> found = new TreeSet<>();
		for (Room room : Room.all()) {
			for (Path file : room.sources()) {
				String code = Room.read(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
				FORBIDDEN.forEach((word, places) -> {
					if (!places.contains(file.getFileName().toString()) && Room.matches(word, code).findAny().isPresent()) {
						found.add(room + ": " + file.getFileName() + " has " + word);
					}
				});
			}
		}
		assertEquals(Set.of(), found);
	}

	@Test
	void noFileIsTooLong() {
		List<String> tooLong = Room.all().stream()
				.flatMap(room -> List.of("src", "test").stream().flatMap(f -> room.files(f, ".java").stream()))
				.filter(file -> Room.read(file).lines().count() > LONGEST_FILE).map(Path::toString).toList();
		assertEquals(List.of(), tooLong);
	}

	@Test
	void classesAreNamedForWhatTheyAre() {
		List<String> poor = Room.all().stream().flatMap(room -> room.sources().stream())
				.map(file -> file.getFileName().toString())
				.filter(name -> name.matches("(I[A-Z][a-z].*|Abstract.*|.*(Impl|Manager|Helper|Utils?))\\.java")).toList();
		assertEquals(List.of(), poor);
	}
}
