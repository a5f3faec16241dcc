package id.posko.transfer.offline;

import id.posko.transfer.copy.Outcome;

/**
 * What came of an import.
 *
 * @param delivery
 *            of what goes to the import folder
 * @param quarantine
 *            of what is suspicious; if the delivery ended early it was not begun, and is that outcome, too
 */
public record Imported(Arrival arrival, Outcome delivery, Outcome quarantine) {

	/** All is there or told as a flaw: it stands in the ledger. Else the import goes on when it is asked for again. */
	public boolean isEnded() {
		return delivery.isSafeToRemove() && quarantine.isSafeToRemove();
	}

	/** All is there, proven. */
	public boolean isDone() {
		return delivery instanceof Outcome.Done && quarantine instanceof Outcome.Done;
	}
}
