package id.posko.procedure.run;

/** What came of starting a run or of a move in it. */
public sealed interface Outcome {

	/** The run as it is now. */
	record Went(Run run) implements Outcome {
	}

	/** Nothing changed. */
	record Refused(Refusal refusal, String argument) implements Outcome {
	}
}
