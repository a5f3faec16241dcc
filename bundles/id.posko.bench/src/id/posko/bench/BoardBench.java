package id.posko.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The board in a window of a process of its own, which measures itself. */
final class BoardBench {

	private BoardBench() {
	}

	/** @return whether every limit held and every answer was right */
	static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("posko-bench");
		try (Console console = new Console(folder, "id.posko.bench.board",
				List.of("-applicationXMI", "id.posko.bench/model/board.e4xmi"))) {
			for (String line = console.line(); line != null; line = console.line()) {
				print.accept(line);
			}
			return console.exit() == 0;
		} finally {
			Folders.remove(folder);
		}
	}
}
