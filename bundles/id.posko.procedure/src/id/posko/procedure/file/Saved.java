package id.posko.procedure.file;

/** What came of writing an SOP to a file. */
public sealed interface Saved {

	/** The file is whole and in its place. */
	record Done() implements Saved {
	}

	/** Nothing was written. */
	record Refused(Problem problem) implements Saved {
	}
}
