package id.posko.staff;

import java.util.Locale;

import id.posko.kit.Words;

/** What somebody is in the office's SOPs. */
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
	/** Processes data under the head of that section. */
	PENGOLAH_DATA,
	/** Staff without a post of their own (pelaksana, JFU): write, copy, hand on. */
	PELAKSANA,
	/** Records people at a kecamatan. */
	OPERATOR_BIOMETRIK,
	/** Takes complaints in and keeps their register. */
	OPERATOR_PENGADUAN,
	/** Mends what is broken. */
	TEKNISI,
	/** Looks at everything that was done and does nothing. */
	AUDITOR;

	/** In Indonesian as the SOPs write it. */
	public String title(Locale locale) {
		return Words.of(Role.class, locale).say("role." + name());
	}
}
