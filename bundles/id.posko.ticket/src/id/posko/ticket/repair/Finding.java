package id.posko.ticket.repair;

/** What an item of the check list turned out to be. */
public enum Finding {
	GOOD,
	/** Wrong, and mended by software: settings, driver, system. */
	SOFTWARE,
	/** A part has to be replaced. */
	REPLACE,
	/** A part is missing. */
	ADD;

	/** Whether a part is needed. */
	public boolean wantsPart() {
		return this == REPLACE || this == ADD;
	}
}
