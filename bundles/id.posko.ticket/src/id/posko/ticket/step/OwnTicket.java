package id.posko.ticket.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import id.posko.kit.Words;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Task;
import id.posko.ticket.Link;
import id.posko.ticket.Move;
import id.posko.ticket.Outcome;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;

/** The ticket that a run opened or went on with, and what a step does with it. */
record OwnTicket(TicketDesk desk, Task task) {

	static final Words WORDS = Words.of(Told.class, Words.INDONESIAN);
	/** A move that comes too late is made once more on what is there now, but not for ever. */
	private static final int MOST = 3;

	static Link link(Task task) {
		return new Link(Link.Kind.RUN, task.run().id());
	}

	/** The open one. */
	Optional<Ticket> ticket() throws IOException {
		return desk.open().stream().filter(ticket -> ticket.links().contains(link(task))).findFirst();
	}

	/** Makes the moves one after the other, and tells how the ticket stands then. */
	Deed moved(Ticket ticket, List<Move> moves) throws IOException {
		Ticket now = ticket;
		for (Move move : moves) {
			Outcome outcome = desk.move(task.by(), now.number(), now.version(), move);
			for (int i = 1; i < MOST && outcome instanceof Outcome.Overtaken(Ticket newer); i++) {
				outcome = desk.move(task.by(), newer.number(), newer.version(), move);
			}
			switch (outcome) {
				case Outcome.Went(Ticket moved) -> now = moved;
				case Outcome.Overtaken(Ticket newer) -> {
					return new Deed.NotYet(told().overtaken(newer));
				}
				case Outcome.Refused refused -> {
					return new Deed.NotYet(told().refusal(refused));
				}
				case Outcome.Duplicate _ -> throw new IllegalStateException("a move opens nothing");
			}
		}
		return found(true, now);
	}

	Deed found(boolean isWell, Ticket ticket) {
		return new Deed.Found(task.means().id(), isWell, WORDS.say("step.ticket", ticket.number() + "",
				told().status(ticket.status()), ticket.draft().title(), ticket.queueNumber().orElse("-")));
	}

	Deed none() {
		return new Deed.NotYet(WORDS.say("step.none"));
	}

	private static Told told() {
		return new Told(Words.INDONESIAN);
	}
}
