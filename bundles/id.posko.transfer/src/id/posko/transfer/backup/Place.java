package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A machine on which commands run and make files. Blocks; ends by interrupt, and what runs there with it. */
interface Place {

	/**
	 * @param words program and arguments
	 * @param variables of the environment, besides what the machine gives
	 * @param password that it is told besides
	 * @param limit the longest that it may take
	 */
	record Order(List<String> words, Map<String, String> variables, Optional<Password> password, Duration limit) {
	}

	/** @param variable of the environment; empty: the first line of standard input */
	record Password(String text, Optional<String> variable) {

		@Override
		public String toString() {
			return "Password";
		}
	}

	/** @param hindrance why it did not come to its end; then {@code exit} means nothing */
	record Ended(Optional<Reason> hindrance, int exit, Duration took) {

		static Ended hindered(Reason why, Duration took) {
			return new Ended(Optional.of(why), -1, took);
		}
	}

	/** A file that lies there. */
	record Lying(String path, long bytes, Instant modified) {

		String name() {
			return FilePattern.name(path);
		}
	}

	boolean isWindows();

	/** @param told gets what it prints, line by line, on other threads */
	Ended run(Order order, Consumer<String> told) throws InterruptedException;

	/** The files that the pattern names; none if there is no such folder. */
	List<Lying> files(FilePattern pattern) throws IOException, InterruptedException;

	/** The last bytes of a file, at most so many. */
	byte[] tail(String path, int most) throws IOException, InterruptedException;

	/** The first bytes of a file, at most so many. */
	byte[] head(String path, int most) throws IOException, InterruptedException;

	/** As the machine reads it; 64 hexadecimal digits. */
	String sha256(String path) throws IOException, InterruptedException;

	/** The file on this machine, whole: it is brought below the folder if it is not here. */
	Path bring(String path, String sha256, Path folder, LongConsumer progress) throws IOException, InterruptedException;
}
