package id.posko.staff;

/** What came of a change to an account. */
public enum Change {
	DONE,
	/** An account's name is 2 to 40 of a–z, 0–9, dot, hyphen. */
	BAD_NAME,
	/** The full name is missing or longer than 100 characters. */
	NO_FULL_NAME,
	/** There is an account of that name. */
	TAKEN,
	/** There is none of that name. */
	UNKNOWN,
	/** Shorter than ten characters, too uniform, a walk along the keyboard, or it holds the account's name. */
	WEAK_PASSWORD,
	/** The own password, asked for again, is another one. */
	WRONG_PASSWORD,
	/** Nobody could make or change accounts any more. */
	LAST_ADMINISTRATOR
}
