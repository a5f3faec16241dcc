package id.posko.procedure.ui;

import id.posko.procedure.Procedure;

/** What the person has chosen, for the steps beside it. */
sealed interface Chosen {

	/** @param id of the run */
	record OfRun(String id) implements Chosen {
	}

	record OfShelf(Procedure procedure) implements Chosen {
	}
}
