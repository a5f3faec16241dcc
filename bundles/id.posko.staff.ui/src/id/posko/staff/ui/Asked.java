package id.posko.staff.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import id.posko.kit.Words;
import id.posko.staff.Change;
import id.posko.staff.NotPermitted;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** A change that a sheet asks for, on a thread of its own; what came of it is said in the sheet. */
record Asked(Look look, Sheet sheet, Words words) {

	interface Doing {
		Change apply() throws IOException;
	}

	/** @param told on the UI thread, what came of it, if the sheet is still there */
	void ask(Doing doing, Consumer<Change> told) {
		sheet.allow(false);
		Thread.ofVirtual().name("account").start(() -> {
			try {
				Change change = doing.apply();
				later(() -> {
					sheet.complain(change == Change.DONE ? "" : words.say("change." + change));
					told.accept(change);
				});
			} catch (NotPermitted refusal) {
				later(() -> sheet.complain(refusal.sentence(look.locale())));
			} catch (IOException | UncheckedIOException e) {
				later(() -> sheet.complain(words.say("unreadable", e.getMessage())));
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
