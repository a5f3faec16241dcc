package id.posko.procedure;

import java.util.List;

/**
 * The head sheet of an SOP, word for word; a text is "" and a list empty where the SOP has none. Several SOPs of one
 * book may share it.
 *
 * @param office the government and its office, one a line
 * @param division the division ("bidang")
 * @param made dates as they are written; {@link WrittenDate} reads them
 * @param legalBasis "Dasar Hukum"
 * @param qualifications "Kualifikasi Pelaksana"
 * @param related "Keterkaitan"
 * @param equipment "Peralatan/Perlengkapan"
 * @param warnings "Peringatan"
 * @param records "Pencatatan dan Pendataan"
 * @param notes what the one who typed in the sheet found in it
 */
public record Head(String office, String division, String number, String made, String revised, String endorsed,
		String effective, String endorsedBy, List<String> legalBasis, List<String> qualifications, List<String> related,
		List<String> equipment, List<String> warnings, List<String> records, List<String> notes) {

	public Head {
		legalBasis = List.copyOf(legalBasis);
		qualifications = List.copyOf(qualifications);
		related = List.copyOf(related);
		equipment = List.copyOf(equipment);
		warnings = List.copyOf(warnings);
		records = List.copyOf(records);
		notes = List.copyOf(notes);
	}
}
