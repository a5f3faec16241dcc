package id.posko.ticket;

import java.util.List;

/** What came of opening or moving a ticket. */
public sealed interface Outcome {

	/** The ticket as it is now. */
	record Went(Ticket ticket) implements Outcome {
	}

	/** There are open tickets for the same cause; nothing was opened. */
	record Duplicate(List<Ticket> open) implements Outcome {
	}

	/** Somebody moved it since it was looked at; nothing changed. */
	record Overtaken(Ticket ticket) implements Outcome {
	}

	/** Nothing changed; {@link Told} says why. */
	record Refused(Refusal refusal, String argument) implements Outcome {
	}
}
