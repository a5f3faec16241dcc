package id.posko.report;

import java.util.Optional;

/** How the writing of a table ended. */
public sealed interface Writing {

	/** The file is whole and in its place; the number of rows without the headings. */
	record Written(long rows) implements Writing {
	}

	/** Nothing was written, and what stood in the file's place still stands there. */
	record Refused(Fault fault, Optional<Place> place) implements Writing {
	}
}
