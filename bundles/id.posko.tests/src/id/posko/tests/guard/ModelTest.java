package id.posko.tests.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** The rooms' parts of the window's model fit together. */
class ModelTest {

	/** They become one model, and the window's kept state names its elements by these ids. */
	@Test
	void noTwoElementsHaveTheSameId() {
		Set<String> seen = new HashSet<>();
		List<String> twice = new ArrayList<>();
		for (Room room : Room.all()) {
			for (Path model : models(room)) {
				String elements = Room.read(model).replaceAll("<imports [^>]*>", "");
				Room.matches(" (xmi:id|elementId)=\"([^\"]+)\"", elements).map(m -> m.group(1) + " " + m.group(2))
						.filter(id -> !seen.add(id)).forEach(id -> twice.add(room + ": " + id));
			}
		}
		assertEquals(List.of(), twice);
	}

	/** Slices come in any order: a page without a place of its own would stand now here, now there. */
	@Test
	void everyPageHasItsOwnRank() {
		List<String> ranks = new ArrayList<>();
		int pages = 0;
		for (Path model : Room.all().stream().flatMap(room -> models(room).stream()).toList()) {
			String text = Room.read(model);
			Room.matches("<tags>rank:(\\d+)</tags>", text).map(m -> m.group(1)).forEach(ranks::add);
			pages += Room.matches("\"advanced:Perspective\"", text).count();
		}
		assertEquals(pages, ranks.size());
		assertEquals(ranks.size(), Set.copyOf(ranks).size(), ranks.toString());
	}

	private static List<Path> models(Room room) {
		return room.files("", ".e4xmi").stream()
				.filter(file -> file.endsWith("fragment.e4xmi") || room.name().equals("app")).toList();
	}
}
