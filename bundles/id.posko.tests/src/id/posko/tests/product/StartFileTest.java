package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product's start file decides, shown by a Java folder whose program prints how it was called. */
class StartFileTest {

	private static final Path FILE = Path.of(System.getProperty("posko.top"), "features/id.posko.feature/rootfiles/posko");

	@TempDir
	private Path scratch;
	private Path product;
	private Path java;

	private record Started(int code, List<String> words) {

		boolean isHeadless() {
			return words.contains("id.posko.cli.commands");
		}

		String data() {
			return words.stream().filter(word -> word.startsWith("-Dposko.data=")).findFirst().orElseThrow()
					.substring("-Dposko.data=".length());
		}
	}

	@BeforeEach
	void aProduct() throws IOException {
		product = Files.createDirectories(scratch.resolve("pos ko/plugins")).getParent();
		Files.createDirectory(product.resolve("configuration"));
		Files.copy(FILE, product.resolve("posko"), StandardCopyOption.COPY_ATTRIBUTES);
		java = java("25.0.1", "printf '%s\\n' \"$LC_ALL\" \"$@\"");
	}

	private Path java(String version, String program) throws IOException {
		Path folder = Files.createDirectories(scratch.resolve("java " + version + "/bin")).getParent();
		Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
		Path file = Files.writeString(folder.resolve("bin/java"), "#!/bin/sh\n" + program + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		return folder;
	}

	private Started start(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
		return start(product.resolve("posko"), environment, arguments);
	}

	private Started start(Path file, Map<String, String> environment, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(file.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder process = new ProcessBuilder(command).directory(scratch.toFile()).redirectErrorStream(true);
		process.environment().clear();
		process.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", scratch.resolve("home").toString(),
				"JAVA_HOME", java.toString()));
		process.environment().putAll(environment);
		Process started = process.start();
		String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Started(started.waitFor(), output.lines().toList());
	}

	@Test
	void theDataFolderIsNamedOrUsual() throws IOException, InterruptedException {
		assertEquals(scratch.resolve("home/.local/share/posko").toString(), start(Map.of(), "status").data());
		assertEquals("/x/posko", start(Map.of("XDG_DATA_HOME", "/x"), "status").data());
		assertEquals("/y", start(Map.of("POSKO_DATA", "/y"), "status").data());
		assertEquals(scratch.resolve("a b").toString(), start(Map.of("POSKO_DATA", "/y"), "--data", "a b", "status").data());
		assertEquals("/z", start(Map.of(), "--lang", "en", "--data=/z", "status").data());
		assertEquals("/y", start(Map.of("POSKO_DATA", "/y"), "check", "--data", "/z").data(), "words of the command");
	}

	@Test
	void theDemoHasAFolderOfItsOwn() throws IOException, InterruptedException {
		assertEquals("/y-demo", start(Map.of("POSKO_DATA", "/y"), "sim", "fault").data());
		Started demo = start(Map.of("POSKO_DATA", "/y"), "demo", "--headless");
		assertEquals("/y-demo", demo.data());
		assertTrue(demo.isHeadless() && demo.words().contains("-Dposko.demo=true"), demo.toString());
		assertEquals("/z", start(Map.of(), "--data", "/z", "demo", "--headless").data());
	}

	@Test
	void onlyTheConsoleNeedsAScreen() throws IOException, InterruptedException {
		for (String[] window : new String[][] { {}, { "demo" }, { "--data", "/z" } }) {
			Started started = start(Map.of(), window);
			assertEquals(3, started.code());
			assertEquals(List.of("posko: Tidak ada layar (DISPLAY kosong). / No display."), started.words());
		}
		for (String[] command : new String[][] { { "demo", "--help" }, { "--version" }, { "--data" }, { "--lang", "fr" } }) {
			assertTrue(start(Map.of(), command).isHeadless(), String.join(" ", command));
		}
	}

	@Test
	void theLanguageIsNamedOrTheOneChosenInTheWindow() throws IOException, InterruptedException {
		Path data = Files.createDirectory(scratch.resolve("data"));
		assertTrue(start(Map.of(), "--data", "data", "status").words().contains("id"));
		Files.writeString(data.resolve("language"), "en");
		assertTrue(start(Map.of(), "--data", "data", "status").words().contains("en"));
		assertFalse(start(Map.of(), "--data", "data", "--lang", "id", "status").words().stream().limit(12).toList()
				.contains("en"));
	}

	@Test
	void anOlderJavaIsPassedOver() throws IOException, InterruptedException {
		Path old = java("17.0.2", "echo never");
		Path newer = java("26-ea", "echo newer");
		Started started = start(Map.of("JAVA_HOME", old.toString(), "PATH", newer.resolve("bin") + ":/usr/bin:/bin"), "status");
		assertEquals(List.of("newer"), started.words());
	}

	@Test
	void aLinkAndAStrangeLocaleDoNotDisturb() throws IOException, InterruptedException {
		Path link = Files.createSymbolicLink(scratch.resolve("start"), Path.of("pos ko/posko"));
		Started started = start(link, Map.of("LANG", "C"), "--data", "/data é", "status");
		assertEquals("/data é", started.data());
		assertEquals("C.UTF-8", started.words().getFirst(), "Java reads file names by the locale");
		assertTrue(started.words().contains("-Djava.util.logging.config.file=" + product + "/logging.properties"),
				started.toString());
		assertTrue(started.words().contains("@" + product + "/jvm.options"), started.toString());
	}
}
