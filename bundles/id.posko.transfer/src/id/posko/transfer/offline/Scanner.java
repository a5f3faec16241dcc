package id.posko.transfer.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The office's own virus scanner, asked about one file at a time. */
final class Scanner {

	private static final int LONGEST = 300;

	private final OfflineSettings settings;
	private final Path output;

	/** @param output a file of its own, for what the scanner says */
	Scanner(OfflineSettings settings, Path output) {
		this.settings = settings;
		this.output = output;
	}

	/**
	 * What speaks against the file; empty if it is clean or there is no scanner. Exit code 0 is clean; any other, and a
	 * scanner that does not end in time, speaks against it.
	 *
	 * @param waiting told every second
	 */
	Optional<String> against(Path file, Runnable waiting) throws IOException, InterruptedException {
		if (settings.scanner().isEmpty()) {
			return Optional.empty();
		}
		List<String> command = settings.scanner().stream()
				.map(word -> word.equals(OfflineSettings.FILE) ? file.toAbsolutePath().toString() : word).toList();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			process.getOutputStream().close();
			for (long left = settings.scannerTime().toSeconds(); left > 0; left--) {
				if (process.waitFor(1, TimeUnit.SECONDS)) {
					return process.exitValue() == 0 ? Optional.empty()
							: Optional.of("exit " + process.exitValue() + " " + said());
				}
				waiting.run();
			}
			return Optional.of("> " + settings.scannerTime().toSeconds() + " s");
		} finally {
			process.destroyForcibly();
		}
	}

	private String said() throws IOException {
		String all = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
		return all.substring(0, Math.min(all.length(), LONGEST));
	}
}
