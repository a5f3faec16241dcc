package id.posko.ticket;

/** What is done with a ticket. */
public sealed interface Move {

	/** From now on it is that account's. */
	record Assign(String account) implements Move {
	}

	/** The helpdesk's ticket number, which is the number in its queue. */
	record Number(String number) implements Move {
	}

	/** It waits for the centre. */
	record Wait(String note) implements Move {
	}

	/** It is being mended. */
	record Work(String note) implements Move {
	}

	/** It is mended. */
	record Finish(String note) implements Move {
	}

	record Close(String note) implements Move {
	}

	record Reopen(String reason) implements Move {
	}

	/** It is the same matter as another one, and goes on there. */
	record Merge(long into) implements Move {
	}

	record Note(String text) implements Move {
	}

	record Join(Link link) implements Move {
	}

	/** Other times hold from now on; what is used up stays used up. */
	record Restandard(Sla sla, String reason) implements Move {
	}

	/** Who had to know was told, by the console. */
	record Tell(Clock clock, Level level) implements Move {
	}
}
