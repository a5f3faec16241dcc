package id.posko.transfer.offline;

/** What came of looking at a source. */
public sealed interface Planning {

	record Planned(ImportPlan plan) implements Planning {
	}

	/** Nothing will be brought in; {@link ImportTold} says why. */
	record Refused(Why why, String argument) implements Planning {
	}

	/** Why not; the argument stands beside each. */
	enum Why {
		/** It is no folder: {the folder}. */
		NO_SOURCE,
		/** Nobody said of which office they are, and neither does a bag: {the folder}. */
		NO_SITE,
		/** Source and target are or hold each other: {the target}. */
		CLASH,
		/** The bag is not valid: {the first reasons}. */
		BAD_BAG,
		/** The medium gives no answer: {the file}. */
		STALLED,
		/** It can not be read, or our own notes can not be written: {the system's message}. */
		FAILED,
		/** The settings are wrong: {the setting}. */
		SETTINGS,
		/** It is not said which folder holds the recordings: {the setting}. */
		NOT_SET
	}
}
