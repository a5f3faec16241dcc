package id.posko.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

import id.posko.kit.Words;

/**
 * Who called a command and where its answer goes: results to {@code out}, sentences to {@code err}. {@code folder} is
 * the caller's working folder, against which its relative paths are meant.
 */
public record Call(PrintStream out, PrintStream err, Locale locale, Path folder) {

	/** All well. */
	public static final int WELL = 0;
	/** Something is not well. */
	public static final int NOT_WELL = 1;
	/** Wrong use or bad input. */
	public static final int WRONG_USE = 2;
	/** The console itself failed. */
	public static final int FAILED = 3;

	/** Says one of this room's texts to the caller. */
	public void say(String key, Object... arguments) {
		err.println(words().say(key, arguments));
	}

	/** Whether anybody still reads the output; sends what was printed so far. */
	boolean isHeard() {
		return !out.checkError();
	}

	public Words words() {
		return Words.of(Call.class, locale);
	}

	public Path resolve(Path path) {
		return folder.resolve(path);
	}
}
