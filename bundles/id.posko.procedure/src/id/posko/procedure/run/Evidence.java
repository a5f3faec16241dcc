package id.posko.procedure.run;

import id.posko.procedure.Approval;
import java.time.LocalDate;
import java.util.Map;

/** What stays of a step. */
public sealed interface Evidence {

	/** A file for a field of the step's form, kept under its SHA-256 (64 hexadecimal digits). */
	record Attachment(String field, String name, String sha256, long bytes) implements Evidence {
	}

	/** What was filled in, by the fields' names. */
	record Form(Map<String, String> values) implements Evidence {

		public Form {
			values = Map.copyOf(values);
		}
	}

	/** What an action of the console found. */
	record Result(String action, boolean isWell, String sentence) implements Evidence {
	}

	/** The approver has confirmed it with his own password. */
	record Approved(Approval approval) implements Evidence {
	}

	/** The letter by which somebody outside the office took the step. */
	record Letter(String number, LocalDate date, String from) implements Evidence {
	}
}
