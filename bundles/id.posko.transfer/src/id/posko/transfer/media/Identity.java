package id.posko.transfer.media;

/** Whether a medium is known. */
public sealed interface Identity {

	/** It has no passport yet. */
	record Unknown() implements Identity {
	}

	record Known(Passport passport) implements Identity {
	}

	/** Its token is of another console. */
	record Foreign(String token) implements Identity {
	}

	/** The token of this passport was copied here from another volume. */
	record Copied(Passport passport) implements Identity {
	}

	/** The file of its token is not what we wrote. */
	record Damaged() implements Identity {
	}

	/** The medium does not answer, or can not be read. */
	record Unread(String reason) implements Identity {
	}
}
