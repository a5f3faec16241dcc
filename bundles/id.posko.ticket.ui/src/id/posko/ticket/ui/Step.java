package id.posko.ticket.ui;

import id.posko.ticket.Move;
import id.posko.ticket.Status;
import id.posko.ticket.Ticket;
import id.posko.ui.Glyph;

/** What can be done with a ticket. */
enum Step {
	ASSIGN(Status.ASSIGNED, Glyph.CARD), NUMBER(null, Glyph.SIGN), WAIT(Status.WAITING, Glyph.CLOCK),
	WORK(Status.IN_WORK, Glyph.WRENCH), FINISH(Status.DONE, Glyph.RIGHT), CLOSE(Status.CLOSED, Glyph.CLOSE),
	REOPEN(Status.REOPENED, Glyph.UNDO), MERGE(null, Glyph.PATH), NOTE(null, Glyph.EDIT);

	private final Status next;
	private final Glyph glyph;

	Step(Status next, Glyph glyph) {
		this.next = next;
		this.glyph = glyph;
	}

	Glyph glyph() {
		return glyph;
	}

	/** Whether it leads somewhere from there; who may is the domain's to say. */
	boolean leads(Ticket ticket) {
		if (ticket.mergedInto().isPresent()) {
			return false;
		}
		return next == null ? this == NOTE || !ticket.status().isOver() : ticket.status().next().contains(next);
	}

	/** Whether one of several is chosen, and nothing is written. */
	boolean chooses() {
		return this == ASSIGN || this == MERGE;
	}

	/** @param answer what was written or chosen */
	Move move(String answer) {
		return switch (this) {
			case ASSIGN -> new Move.Assign(answer);
			case NUMBER -> new Move.Number(answer);
			case WAIT -> new Move.Wait(answer);
			case WORK -> new Move.Work(answer);
			case FINISH -> new Move.Finish(answer);
			case CLOSE -> new Move.Close(answer);
			case REOPEN -> new Move.Reopen(answer);
			case MERGE -> new Move.Merge(Long.parseLong(answer));
			case NOTE -> new Move.Note(answer);
		};
	}
}
