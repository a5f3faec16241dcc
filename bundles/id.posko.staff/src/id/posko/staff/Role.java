package id.posko.staff;

/** What somebody is in the office's SOPs; titles as the SOPs write them. */
public enum Role {
	KEPALA_DINAS, SEKRETARIS,
	/** Head of the division of population information. */
	KABID_PIAK,
	/** Head of the section that runs SIAK. */
	KASI_SIAK,
	/** Head of the section that processes and presents data. */
	KASI_PENGOLAHAN,
	/** Administrator Database: runs checks, backups, data work, and the console's accounts. */
	ADB,
	/** Records people at a kecamatan. */
	OPERATOR_BIOMETRIK,
	/** Mends what is broken. */
	TEKNISI,
	/** Looks at everything that was done and does nothing. */
	AUDITOR
}
