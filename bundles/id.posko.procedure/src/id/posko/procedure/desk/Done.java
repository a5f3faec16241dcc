package id.posko.procedure.desk;

import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import java.util.Optional;

/** What came of work on a step. */
public sealed interface Done {

	/** Kept; whether the step is over tells the run. @param found by the step's action, if it was run */
	record Went(Run run, Optional<Deed.Found> found) implements Done {
	}

	/** Not allowed, or something is missing. @param found by the step's action all the same; that is kept */
	record Refused(Outcome.Refused refused, Optional<Deed.Found> found) implements Done {
	}

	/** A file was not taken, and so nothing was. */
	record BadFile(EvidenceFiles.Keeping.Refused refused) implements Done {
	}

	/** The step's action found nothing out. */
	record Undone(Deed deed) implements Done {
	}
}
