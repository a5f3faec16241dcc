package id.posko.seal;

import java.util.List;

/** Why a sealed file is not opened. */
public sealed interface Flaw {

	/** It does not begin as an age file does. */
	record NotSealed() implements Flaw {
	}

	/**
	 * It is one that is not opened here, though others may.
	 *
	 * @param kinds
	 *            to what it is sealed ({@code scrypt}, {@code ssh-ed25519} …), {@code armor}, or its version
	 */
	record Unsupported(List<String> kinds) implements Flaw {
	}

	/** It is sealed to other keys, or the place where they stand was changed. */
	record WrongKey() implements Flaw {
	}

	record WrongPassphrase() implements Flaw {
	}

	/** Trying the passphrase would cost 2 to the power of {@code work}; at most {@code most} is tried. */
	record TooHard(int work, int most) implements Flaw {
	}

	/**
	 * It is not what was sealed.
	 *
	 * @param at
	 *            byte in the sealed file from where on
	 */
	record Damaged(Damage damage, long at) implements Flaw {
	}

	enum Damage {
		/** What stands before the sealed bytes was changed. */
		HEADER,
		/** It ends too early. */
		CUT,
		/** Bytes were changed. */
		CHANGED,
		/** Something follows after its end. */
		ADDED,
		/** Its last part, of less than 64 KiB, was cut off, changed, or has something added. */
		END
	}
}
