package id.posko.report;

import java.util.Optional;

/**
 * One cell as it was found. The text is what stands there (of an overlong one its beginning); a cell with a fault must
 * not be taken at its word.
 */
public record Cell(Place place, String text, Optional<Fault> fault) {

	public boolean isBlank() {
		return fault.isEmpty() && text.isBlank();
	}
}
