package id.posko.transfer.offline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * How recordings are brought in.
 *
 * @param target the folder from which the AFIS server takes them
 * @param quarantine where suspicious files go
 * @param recordings the folder on the client PC that holds them; empty where none are made
 * @param scanner a virus scanner's program and arguments, one of which is {@link #FILE}; empty for none
 * @param scannerTime for one file
 * @param patience without a sign of life from a medium
 */
public record OfflineSettings(Path target, Path quarantine, Optional<Path> recordings, List<String> scanner,
		Duration scannerTime, Duration patience) {

	/** In the data folder; it need not exist. */
	public static final String PREFERENCES = "transfer.properties";
	/** The argument in whose place the file's path goes. */
	public static final String FILE = "{file}";

	/**
	 * {@code import.folder}, {@code import.quarantine}, {@code recordings.folder}, {@code scanner.command} (words with
	 * blanks between), {@code scanner.seconds} (1 to 3,600), {@code stall.seconds} (5 to 3,600).
	 *
	 * @throws IllegalArgumentException naming the key, if a value is none of these
	 */
	static OfflineSettings read(Path data) throws IOException {
		Properties said = new Properties();
		Path file = data.resolve(PREFERENCES);
		if (Files.exists(file)) {
			try (Reader in = Files.newBufferedReader(file)) {
				said.load(in);
			}
		}
		String command = said.getProperty("scanner.command", "").strip();
		List<String> scanner = command.isEmpty() ? List.of() : List.of(command.split("\\s+"));
		if (!scanner.isEmpty() && !scanner.contains(FILE)) {
			throw new IllegalArgumentException("scanner.command=" + command + " (… " + FILE + ")");
		}
		return new OfflineSettings(data.resolve(said.getProperty("import.folder", "recordings").strip()),
				data.resolve(said.getProperty("import.quarantine", "quarantine").strip()),
				Optional.ofNullable(said.getProperty("recordings.folder")).map(String::strip).map(data::resolve), scanner,
				seconds(said, "scanner.seconds", 120, 1), seconds(said, "stall.seconds", 60, 5));
	}

	private static Duration seconds(Properties said, String key, int otherwise, int least) {
		String text = said.getProperty(key, String.valueOf(otherwise)).strip();
		if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > 3600) {
			throw new IllegalArgumentException(key + "=" + text + " (" + least + " … 3600)");
		}
		return Duration.ofSeconds(Integer.parseInt(text));
	}
}
