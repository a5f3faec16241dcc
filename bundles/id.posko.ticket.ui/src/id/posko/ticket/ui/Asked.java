package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import id.posko.kit.Words;
import id.posko.staff.NotPermitted;
import id.posko.ticket.Outcome;
import id.posko.ticket.Ticket;
import id.posko.ticket.Told;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** An act that a sheet asks for, on a thread of its own; why it was not done is said in the sheet. */
record Asked(Look look, Sheet sheet) {

	interface Act {
		Outcome apply() throws IOException;
	}

	/** @param went gets the ticket as it is then @param overtaken gets it as somebody else left it; both on the UI thread */
	void ask(Act act, Consumer<Ticket> went, Consumer<Ticket> overtaken) {
		Told told = new Told(look.locale());
		sheet.allow(false);
		Thread.ofVirtual().name("ticket").start(() -> {
			try {
				Outcome outcome = act.apply();
				later(() -> {
					switch (outcome) {
					case Outcome.Went(Ticket ticket) -> went.accept(ticket);
					case Outcome.Overtaken(Ticket ticket) -> {
						sheet.complain(told.overtaken(ticket));
						overtaken.accept(ticket);
					}
					case Outcome.Refused refused -> sheet.complain(told.refusal(refused));
					case Outcome.Duplicate _ -> throw new IllegalStateException("it was opened anyway");
					}
				});
			} catch (NotPermitted e) {
				later(() -> sheet.complain(e.sentence(look.locale())));
			} catch (IOException | UncheckedIOException e) {
				later(() -> sheet.complain(Words.of(Asked.class, look.locale()).say("list.unread", String.valueOf(e.getMessage()))));
			}
		});
	}

	private void later(Runnable then) {
		look.later(sheet.shell(), () -> {
			sheet.allow(true);
			then.run();
		});
	}
}
