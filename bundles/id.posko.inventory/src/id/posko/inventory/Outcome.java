package id.posko.inventory;

import id.posko.kit.Fleet;
import java.util.List;

/** How a change of the inventory ended. */
public sealed interface Outcome {

	/** It is written. {@code undo} takes it back as long as nothing else has been changed since. */
	record Done(Edit edit, Edit undo, Fleet before, Fleet after) implements Outcome {
	}

	/** It breaks the rules; nothing is written. */
	record Refused(List<Problem> problems) implements Outcome {
	}

	/** The inventory has changed since the plan was made (or the change to be taken back was): plan again. */
	record Stale() implements Outcome {
	}
}
