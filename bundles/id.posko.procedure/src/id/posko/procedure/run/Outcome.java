package id.posko.procedure.run;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import java.util.Locale;

/** What came of starting a run or of a move in it. */
public sealed interface Outcome {

	/** The run as it is now. */
	record Went(Run run) implements Outcome {
	}

	/** Nothing changed. */
	record Refused(Refusal refusal, String argument) implements Outcome {

		public String sentence(Locale locale) {
			return Words.of(Procedure.class, locale).say("refusal." + refusal.name(), argument);
		}
	}
}
