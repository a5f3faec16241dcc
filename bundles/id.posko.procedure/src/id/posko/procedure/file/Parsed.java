package id.posko.procedure.file;

import id.posko.procedure.Procedure;
import java.util.List;
import java.util.Map;

/** What came of reading a file that should hold an SOP. */
public sealed interface Parsed {

	/** An SOP, and where in the file each of its steps stands. */
	record Good(Procedure procedure, Map<Integer, Spot> steps) implements Parsed {
	}

	/** No SOP: everything that is wrong, in the order of the file. */
	record Bad(List<Problem> problems) implements Parsed {
	}
}
