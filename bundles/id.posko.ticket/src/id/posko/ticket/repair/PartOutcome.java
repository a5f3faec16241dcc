package id.posko.ticket.repair;

import java.util.List;

/** What came of asking for a part or moving it. */
public sealed interface PartOutcome {

	/** As they are now. */
	record Went(List<PartNeeded> parts) implements PartOutcome {

		public Went {
			parts = List.copyOf(parts);
		}
	}

	/** Somebody moved it since it was looked at; nothing changed. */
	record Overtaken(PartNeeded part) implements PartOutcome {
	}

	/** Nothing changed; {@link RepairTold} says why. */
	record Refused(Why why, String argument) implements PartOutcome {
	}

	/** Why nothing changed; the argument is told beside each. */
	enum Why {
		/** No part of that number: {the number}. */
		UNKNOWN,
		/** It can not go there from where it is: {its status}. */
		NOT_NOW,
		/** The part is not named, or why it is not needed any more is not said. */
		NO_TEXT,
		/** It holds characters that are none of a text, or is longer than it may be: {how long it may be}. */
		BAD_TEXT,
		/** Not from 1 to the most: {the most}. */
		BAD_QUANTITY
	}
}
