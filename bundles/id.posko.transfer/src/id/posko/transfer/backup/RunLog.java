package id.posko.transfer.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What a command prints, kept as a text without its password: the beginning, so much of it, and the last line. */
final class RunLog implements AutoCloseable {

	private static final long MOST_LETTERS = 16L << 20;

	private final BufferedWriter file;
	private final Optional<String> password;
	private final Consumer<String> told;
	private String lastLine = "";
	private long letters;
	private Optional<IOException> fault = Optional.empty();

	/** @param told gets each line as it is kept */
	RunLog(Path path, Optional<String> password, Consumer<String> told) throws IOException {
		Files.createDirectories(path.getParent());
		file = Files.newBufferedWriter(path);
		this.password = password.filter(is -> !is.isEmpty());
		this.told = told;
	}

	static Path path(Path folder, String definition, String what, long number) {
		return folder.resolve("log").resolve("%s-%s%d.log".formatted(definition, what, number));
	}

	synchronized void line(String line) {
		String shown = masked(line);
		lastLine = shown.isBlank() ? lastLine : shown.strip();
		told.accept(shown);
		letters += shown.length() + 1;
		if (letters <= MOST_LETTERS && fault.isEmpty()) {
			try {
				file.write(shown + "\n");
				file.flush();
			} catch (IOException e) {
				fault = Optional.of(e);
			}
		}
	}

	String masked(String line) {
		return password.map(is -> line.replace(is, "***")).orElse(line);
	}

	/** "" if there is none. */
	synchronized String lastLine() {
		return lastLine;
	}

	/** Empties the memory of what was printed before. */
	synchronized void forgetLastLine() {
		lastLine = "";
	}

	/** @throws IOException if not all of it was kept */
	@Override
	public void close() throws IOException {
		file.close();
		if (fault.isPresent()) {
			throw fault.get();
		}
	}
}
