package id.posko.procedure.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;

import id.posko.kit.Words;
import id.posko.staff.NotPermitted;
import id.posko.ui.Look;

/** What a window asks of the desk, on a thread of its own; all that comes back comes on the UI thread. */
record Doing(Look look, Words words) {

	interface Asking<T> {
		T of() throws IOException;
	}

	/** @param of nothing is told once it is gone @param no takes a sentence on why there is no answer */
	<T> void ask(Control of, Asking<T> asking, Consumer<T> then, Consumer<String> no) {
		Thread.ofVirtual().name("sop").start(() -> {
			try {
				T answer = asking.of();
				look.later(of, () -> then.accept(answer));
			} catch (NotPermitted refusal) {
				look.later(of, () -> no.accept(refusal.sentence(look.locale())));
			} catch (IOException | UncheckedIOException e) {
				look.later(of, () -> no.accept(words.say("inbox.unread", String.valueOf(e.getMessage()))));
			}
		});
	}
}
