package id.posko.tests.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Every text exists in both languages and is used; every place a model names exists. */
class WordsTest {

	@Test
	void everyKeyExistsInBothLanguagesWithTheSameArguments() {
		for (Room room : Room.all()) {
			Properties indonesian = room.texts("");
			Properties english = room.texts("_en");
			assertEquals(new TreeSet<>(indonesian.stringPropertyNames()), new TreeSet<>(english.stringPropertyNames()),
					"keys of " + room);
			for (String key : indonesian.stringPropertyNames()) {
				assertEquals(arguments(indonesian.getProperty(key)), arguments(english.getProperty(key)),
						room + ": arguments of " + key);
			}
		}
	}

	private static Set<String> arguments(String text) {
		return Room.matches("\\{(\\d+)", new MessageFormat(text).toPattern()).map(m -> m.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void noKeyIsAnOrphan() {
		List<String> orphans = new ArrayList<>();
		for (Room room : Room.all()) {
			String uses = room.sources().stream().map(Room::read).collect(Collectors.joining())
					+ room.files("", ".e4xmi").stream().map(Room::read).collect(Collectors.joining())
					+ room.files("", "plugin.xml").stream().map(Room::read).collect(Collectors.joining());
			for (String key : room.texts("").stringPropertyNames()) {
				if (!isUsed(key, uses)) {
					orphans.add(room + ": " + key);
				}
			}
		}
		assertEquals(List.of(), orphans);
	}

	/** As a whole ("key", %key), as a field of a Messages class, or as a literal beginning that something is added to. */
	private static boolean isUsed(String key, String uses) {
		if (uses.contains('"' + key + '"') || uses.contains('%' + key + '"') || uses.contains(" " + key + ";")
				|| uses.contains(" " + key + ",") || key.startsWith("posko ")) {
			return true;
		}
		for (int i = key.indexOf('.'); i >= 0; i = key.indexOf('.', i + 1)) {
			if (uses.contains('"' + key.substring(0, i + 1) + '"')) {
				return true;
			}
		}
		return false;
	}

	/** Wherever the command's class lies, the list of commands takes its line from {@code cli}. */
	@Test
	void everyCommandSaysWhatItDoes() {
		Properties texts = Room.all().stream().filter(room -> room.name().equals("cli")).findFirst().orElseThrow().texts("");
		List<String> silent = Room.all().stream().flatMap(room -> room.sources().stream())
				.flatMap(source -> Room.matches("Verb\\.NAME \\+ \"=([a-z]+)\"", Room.read(source))).map(verb -> verb.group(1))
				.filter(verb -> !texts.containsKey("posko " + verb + ".usage.description")).toList();
		assertEquals(List.of(), silent);
	}

	/** A bench shows what others made. */
	@Test
	void everyClassAModelNamesIsInItsOwnRoom() {
		List<String> wrong = new ArrayList<>();
		for (Room room : Room.all()) {
			for (Path model : room.files("", ".e4xmi")) {
				Room.matches("bundleclass://([\\w.]+)/([\\w.]+)", Room.read(model)).forEach(uri -> {
					boolean platform = uri.group(1).startsWith("org.eclipse.e4.");
					boolean mayName = uri.group(1).equals("id.posko." + room) || room.name().equals("bench");
					boolean own = mayName && Files.exists(room.folder().resolveSibling(uri.group(1)).resolve("src")
							.resolve(uri.group(2).replace('.', '/') + ".java"));
					if (!platform && !own) {
						wrong.add(room + ": " + uri.group());
					}
				});
				Set<String> keys = room.texts("").stringPropertyNames();
				Room.matches("=\"%([\\w.]+)\"", Room.read(model)).map(m -> m.group(1)).filter(k -> !keys.contains(k))
						.forEach(k -> wrong.add(room + ": no text for %" + k));
			}
		}
		assertEquals(List.of(), wrong);
	}
}
