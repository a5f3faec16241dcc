package id.posko.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Words;
import id.posko.staff.Account;
import id.posko.staff.Actor;

/**
 * Who called a command and where its answer goes: results to {@code out}, sentences to {@code err}. {@code folder} is
 * the caller's working folder, against which its relative paths are meant.
 *
 * @param actor for whom it runs; empty before the data folder is open, and for those that need nobody
 */
public record Call(PrintStream out, PrintStream err, Locale locale, Path folder, Prompt prompt, Optional<Actor> actor) {

	/** All well. */
	public static final int WELL = 0;
	/** Something is not well. */
	public static final int NOT_WELL = 1;
	/** Wrong use or bad input. */
	public static final int WRONG_USE = 2;
	/** The console itself failed. */
	public static final int FAILED = 3;

	/** For nobody, who can not be asked. */
	public Call(PrintStream out, PrintStream err, Locale locale, Path folder) {
		this(out, err, locale, folder, (_, _) -> Optional.empty(), Optional.empty());
	}

	/** For somebody. */
	public Call by(Actor somebody) {
		return new Call(out, err, locale, folder, prompt, Optional.of(somebody));
	}

	/** @throws IllegalStateException if it runs for nobody: a bug */
	public Actor by() {
		return actor.orElseThrow(() -> new IllegalStateException("nobody acts"));
	}

	/** Who it is for in a form: the full name, without accounts the name the operating system has. */
	String person() {
		return by().name().equals(Account.LOCAL) ? System.getProperty("user.name", "") : by().fullName();
	}

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
