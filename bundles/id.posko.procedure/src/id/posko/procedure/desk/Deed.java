package id.posko.procedure.desk;

import id.posko.procedure.run.Evidence;
import java.util.List;

/** What came of an action. */
public sealed interface Deed {

	/** It has found something out, good or bad: its result, and what else stays. */
	record Found(Evidence.Result result, List<Evidence> more) implements Deed {

		public Found {
			more = List.copyOf(more);
		}

		public Found(String action, boolean isWell, String sentence) {
			this(new Evidence.Result(action, isWell, sentence), List.of());
		}
	}

	/** It could not find anything out yet: an answer is wrong or missing, or it is too early. */
	record NotYet(String sentence) implements Deed {
	}

	/** Reading or writing failed; the message is the system's. */
	record Failed(String message) implements Deed {
	}

	/** It was stopped. */
	record Stopped() implements Deed {
	}
}
