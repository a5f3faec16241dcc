package id.posko.seal;

/** What two shares are together. */
public sealed interface Joining {

	/** The key. Who asked closes it. */
	record Joined(Identity identity) implements Joining {
	}

	/** Shares of two keys; which, as {@link Share#key} says. */
	record OtherKeys(String one, String other) implements Joining {
	}

	/** Twice the first share, or twice the second. */
	record SameNumber(int number) implements Joining {
	}

	/** Shares of one key that was split more than once, from two of these times. */
	record OtherSplit() implements Joining {
	}
}
