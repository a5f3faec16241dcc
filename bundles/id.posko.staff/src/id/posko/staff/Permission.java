package id.posko.staff;

/** What an account may do. Who may what stands in one table, {@code OSGI-INF/permissions.csv}. */
public enum Permission {
	/** See states, lists and results that hold nothing of persons. */
	LOOK,
	/** Ask devices now and run checks. */
	CHECK,
	/** Set maintenance, acknowledge an outage. */
	MAINTAIN,
	/** Change or import the list of offices and devices. */
	INVENTORY,
	/** Settings, passwords of devices, where notices go. */
	SETTINGS,
	/** Record what a counter shows. */
	COUNTER,
	/** Start a run of an SOP and take steps in it. */
	RUN,
	/** Approve, initial, sign a step (paraf, disposisi, pengesahan). */
	APPROVE,
	/** Bring in SOPs of the office's own, change its calendar. */
	PROCEDURES,
	/** Open tickets and move them. */
	TICKET,
	/** Give a ticket or a step to somebody. */
	ASSIGN,
	/** Write tables and documents to files. */
	EXPORT,
	/** Copy offline recordings to a medium, at the place of service. */
	RECORDINGS,
	/** Bring offline recordings in from a medium. */
	IMPORT,
	/** Define, run, check and restore backups. */
	BACKUP,
	/** Seal copies and open them, keep their keys. */
	SEAL,
	/** See personal data unmasked, with a reason. */
	PERSON,
	/** Make and change accounts. */
	STAFF,
	/** Read, check and export the journal. */
	JOURNAL
}
