package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of 16 MB that only the test's own child process sees. */
class FullStorageTest {

	@TempDir
	Path temp;

	@BeforeEach
	void mayMount() throws IOException, InterruptedException {
		assumeTrue("root".equals(System.getProperty("user.name")), "mounting a small file system needs root");
		assumeTrue(new ProcessBuilder("unshare", "-m", "true").start().waitFor() == 0, "no mount namespaces here");
	}

	private List<String> run(String... arguments) throws IOException, InterruptedException {
		String java = ProcessHandle.current().info().command().orElse("java");
		List<String> command = new ArrayList<>(List.of("unshare", "-m", "sh", "-c",
				"mount -t tmpfs -o size=16m none \"$0\" && exec \"$@\"", temp.toString(), java, "-Xmx256m",
				"-Duser.language=en", "-cp", System.getProperty("java.class.path"), FullMain.class.getName(), temp.toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertEquals(0, process.waitFor(), String.join("\n", lines));
		return lines;
	}

	@Test
	void aWriteThatFindsNoSpaceFailsAsAWholeAndLaterOnesWorkAgain() throws IOException, InterruptedException {
		List<String> said = run();
		assertEquals("open", said.getFirst());
		assertTrue(said.get(1).contains("No space left"), said.toString());
		assertTrue(said.contains("lost 0"), said.toString());
		assertEquals("added 1", said.getLast());
	}

	@Test
	void aFolderOnAFullStorageSaysSoAndOpensWhenThereIsSpace() throws IOException, InterruptedException {
		List<String> said = run("open");
		assertEquals("full", said.getFirst());
		assertTrue(said.get(1).startsWith("Unusable") && said.get(1).contains("storage is full"), said.toString());
		assertEquals("open", said.get(2));
		assertEquals("added 1", said.getLast());
	}
}
