package id.posko.transfer.copy;

/**
 * Why a file is not there as it should be.
 *
 * @param file its name in the source, for people
 * @param offset octets from its beginning
 * @param reason the system's message; may be empty
 */
public record Flaw(String file, long offset, Kind kind, String reason) {

	public enum Kind {
		/** Another file of that name lies at the target; it was not touched. */
		EXISTS,
		/** It changed twice while it was copied. */
		CHANGING,
		/** It changed after it was copied, so that what the target lost can not be copied again. */
		CHANGED,
		VANISHED,
		/** It is a link or something else that is no file. */
		NOT_A_FILE,
		UNREADABLE,
		/** The target can not bear its name, or refuses it. */
		NOT_WRITABLE,
		/** The target took it and can not give it back. */
		NOT_GIVEN_BACK,
		/** Read back it was not the same, and neither after it was written again. */
		DIFFERENT
	}
}
