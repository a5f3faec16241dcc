package id.posko.procedure;

import java.util.List;

/** How a step is done. */
public sealed interface Means {

	/** The action that only asks for the form's fields. */
	String FORM = "form";
	/** The action that only asks for the approval. */
	String APPROVE = "approve";
	/** The action that only asks for a file. */
	String ATTACH = "attach";

	/**
	 * The console does it, or a form leads through it.
	 *
	 * @param id the action that a room brings: {@code ticket.open}
	 * @param target what it acts upon, in the action's own words; "" where that is the run's subject
	 * @param fields what the officer fills in
	 */
	record Action(String id, String target, List<Field> fields) implements Means {

		public Action {
			fields = List.copyOf(fields);
		}

		/** Whether it only asks people and finds out nothing by itself. */
		public boolean asksOnly() {
			return id.equals(FORM) || id.equals(APPROVE) || id.equals(ATTACH);
		}
	}

	/** People do it and leave a note; {@code reason} tells why the console cannot. */
	record ByHand(String reason) implements Means {
	}
}
