package id.posko.report.document;

import java.util.List;
import java.util.Optional;

/**
 * The head of an official letter ("kop surat"): arms at the left, the government, the office, its address, and a double
 * line below.
 *
 * @param government "PEMERINTAH KABUPATEN …"
 * @param office "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"
 * @param address street, telephone, e-mail: one entry a line
 */
public record Letterhead(Optional<Picture> arms, String government, String office, List<String> address)
		implements Block {

	public Letterhead {
		address = List.copyOf(address);
	}
}
