package id.posko.cli;

import java.io.IOException;
import java.util.Optional;

/** Asks whoever called a command for what must not stand on a command line. */
public interface Prompt {

	/** What is asked for, the variable that may hold it, and whether it is typed twice. */
	enum Question {
		PASSWORD("POSKO_PASSWORD", false, false),
		NEW_PASSWORD("POSKO_NEW_PASSWORD", true, true),
		SECRET("POSKO_SECRET", true, true),
		PASSPHRASE("POSKO_PASSPHRASE", false, true),
		NEW_PASSPHRASE("POSKO_PASSPHRASE", true, true);

		final String variable;
		final boolean isNew;
		/** Whether it may come by the standard input. */
		final boolean isPiped;

		Question(String variable, boolean isNew, boolean isPiped) {
			this.variable = variable;
			this.isNew = isNew;
			this.isPiped = isPiped;
		}
	}

	/**
	 * Blocks until it is entered.
	 *
	 * @param about whose or which, for the person who is asked
	 * @return empty if it was not entered rightly, and then why was said; the caller overwrites the characters when done
	 */
	Optional<char[]> ask(Question question, String about) throws IOException, InterruptedException;
}
