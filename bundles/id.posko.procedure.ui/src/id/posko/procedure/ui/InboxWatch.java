package id.posko.procedure.ui;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.widgets.Control;

import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Inbox;
import id.posko.procedure.run.OfficeTime;
import id.posko.staff.Actor;
import id.posko.ui.UiThread;
import jakarta.inject.Inject;

/** Reads the inbox of the person who sits here every few seconds, while what shows it can be seen. */
@Creatable
final class InboxWatch {

	private static final int MILLIS = 3000;

	sealed interface Seen {

		record Read(Inbox inbox, OfficeTime office, Instant now) implements Seen {
		}

		/** Nobody is signed in, or the data folder is not open. */
		record Nobody() implements Seen {
		}

		record Unread(String message) implements Seen {
		}
	}

	@Inject
	private UiThread ui;
	private volatile Desk desk;
	private volatile Actor actor;
	private volatile boolean isReading;
	private Control view;
	private Consumer<Seen> show;

	@Inject
	void use(@Optional Desk found) {
		desk = found;
		again();
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
		again();
	}

	private void again() {
		ui.later(() -> {
			if (view != null && !view.isDisposed()) {
				look();
			}
		});
	}

	/** @param then told on the UI thread */
	void follow(Control control, Consumer<Seen> then) {
		view = control;
		show = then;
		every();
	}

	private void every() {
		if (!view.isDisposed()) {
			look();
			view.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void look() {
		Desk here = desk;
		Actor who = actor;
		if (here == null || who == null) {
			show.accept(new Seen.Nobody());
		} else if (!isReading && view.isVisible()) {
			isReading = true;
			Thread.ofVirtual().name("inbox").start(() -> read(here, who));
		}
	}

	private void read(Desk here, Actor who) {
		try {
			Seen seen = new Seen.Read(here.inbox(who), here.office(), here.now());
			ui.later(view, () -> show.accept(seen));
		} catch (IOException e) {
			ui.later(view, () -> show.accept(new Seen.Unread(String.valueOf(e.getMessage()))));
		} finally {
			isReading = false;
		}
	}
}
