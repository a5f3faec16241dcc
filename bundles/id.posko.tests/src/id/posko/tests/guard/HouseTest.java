package id.posko.tests.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The walls between the rooms are those that the README shows. */
class HouseTest {

	private static final String OURS = "id.posko.";

	@Test
	void theTableInTheReadmeIsTheHouse() {
		Map<String, Set<String>> table = new TreeMap<>();
		Room.matches("(?m)^\\| `([a-z.]+)` \\|[^|]*\\| ([^|]*) \\|[^|]*\\|$", Room.read(Room.top().resolve("README.md")))
				.forEach(row -> table.put(row.group(1), Room.matches("`([a-z.]+)`", row.group(2)).map(m -> m.group(1))
						.collect(Collectors.toCollection(TreeSet::new))));
		Map<String, Set<String>> house = new TreeMap<>();
		for (Room room : Room.all()) {
			house.put(room.name(), room.importedPackages().stream().filter(p -> p.startsWith(OURS))
					.map(HouseTest::roomOfPackage).collect(Collectors.toCollection(TreeSet::new)));
		}
		assertEquals(lines(house), lines(table));
	}

	private static String lines(Map<String, Set<String>> rooms) {
		return rooms.entrySet().stream().map(r -> r.getKey() + " imports " + r.getValue()).collect(Collectors.joining("\n"));
	}

	/** Of the rooms whose name begins the package's, the one with the longest name. */
	private static String roomOfPackage(String name) {
		return Room.all().stream().map(Room::name).filter(room -> (name + ".").startsWith(OURS + room + "."))
				.max((a, b) -> Integer.compare(a.length(), b.length())).orElseThrow(() -> new AssertionError(name));
	}

	@Test
	void noRoomHasAnActivatorOrRequiresAnother() {
		for (Room room : Room.all()) {
			assertFalse(room.hasActivator(), room + " has an activator");
			assertEquals(List.of(), room.requiredBundles().stream().filter(b -> b.startsWith(OURS)).toList(),
					room + " requires a bundle of ours");
		}
	}

	@Test
	void nothingIsExportedThatNobodyImports() {
		Set<String> imported = new HashSet<>();
		Room.all().forEach(room -> imported.addAll(room.importedPackages()));
		Room.all().forEach(room -> imported.addAll(room.packagesForTests()));
		Set<String> idle = new TreeSet<>();
		Room.all().forEach(room -> idle.addAll(room.exportedPackages()));
		idle.removeAll(imported);
		assertEquals(Set.of(), idle);
	}

	@Test
	void everyFolderOfTestsIsRun() {
		List<Room> silent = Room.all().stream().filter(room -> Files.exists(room.folder().resolve("test")))
				.filter(room -> !Files.exists(room.folder().resolve(".classpath"))).toList();
		assertEquals(List.of(), silent, "the build finds tests by what .classpath says");
	}

	@Test
	void noPackagesOfARoomNeedEachOtherInACircle() {
		for (Room room : Room.all()) {
			Map<String, Set<String>> needs = new HashMap<>();
			room.sources().forEach(file -> {
				String text = Room.read(file);
				String own = Room.matches("(?m)^package ([\\w.]+);", text).findFirst().orElseThrow().group(1);
				Room.matches("(?m)^import (?:static )?(id\\.posko\\.[a-z0-9.]+)\\.[A-Z]", text).map(m -> m.group(1))
						.filter(other -> !other.equals(own))
						.forEach(other -> needs.computeIfAbsent(own, _ -> new TreeSet<>()).add(other));
			});
			for (String start : needs.keySet()) {
				assertFalse(reachable(start, needs).contains(start), "packages in a circle at " + start);
			}
		}
	}

	private static Set<String> reachable(String start, Map<String, Set<String>> needs) {
		Set<String> seen = new HashSet<>();
		List<String> open = new ArrayList<>(needs.getOrDefault(start, Set.of()));
		while (!open.isEmpty()) {
			String next = open.removeLast();
			if (seen.add(next)) {
				open.addAll(needs.getOrDefault(next, Set.of()));
			}
		}
		return seen;
	}
}
