package id.posko.procedure.ui;

import id.posko.procedure.Procedure;
import id.posko.procedure.run.Run;

/** What the person has chosen, for the steps beside it. */
sealed interface Chosen {

	record OfRun(Run run) implements Chosen {
	}

	record OfShelf(Procedure procedure) implements Chosen {
	}
}
