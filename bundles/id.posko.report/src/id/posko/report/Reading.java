package id.posko.report;

import java.util.List;
import java.util.Optional;

/** How the reading of a table ended. */
public sealed interface Reading {

	/** Every row was handed over. {@code sheet} is the sheet's name, empty for CSV; {@code rows} is their number. */
	record Complete(Format format, String sheet, int rows, List<Remark> remarks) implements Reading {
	}

	/** The file cannot be read, or not to its end: rows handed over before are to be forgotten. */
	record Refused(Fault fault, Optional<Place> place) implements Reading {
	}
}
