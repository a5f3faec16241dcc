package id.posko.ticket.ui;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.ticket.Move;
import id.posko.ticket.Outcome;
import id.posko.ticket.Status;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.UiThread;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The chosen ticket: its clocks, what it says, what was done, and what can be done next. */
public final class TicketPart {

	private static final int MILLIS = 3000;

	/** What a button does, and the status in which it leads somewhere. */
	private enum Step {
		ASSIGN(Status.ASSIGNED, (by, _) -> new Move.Assign(by)), NUMBER(null, (_, text) -> new Move.Number(text)),
		WAIT(Status.WAITING, (_, text) -> new Move.Wait(text)), WORK(Status.IN_WORK, (_, text) -> new Move.Work(text)),
		FINISH(Status.DONE, (_, text) -> new Move.Finish(text)), CLOSE(Status.CLOSED, (_, text) -> new Move.Close(text)),
		REOPEN(Status.REOPENED, (_, text) -> new Move.Reopen(text)), NOTE(null, (_, text) -> new Move.Note(text));

		private final Status next;
		private final BiFunction<String, String, Move> move;

		Step(Status next, BiFunction<String, String, Move> move) {
			this.next = next;
			this.move = move;
		}

		boolean leads(Ticket ticket) {
			return next == null ? !ticket.status().isOver() : ticket.status().next().contains(next);
		}
	}

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;

	private final Map<Step, PushButton> buttons = new EnumMap<>(Step.class);
	private Words words;
	private Told told;
	private Text page;
	private Text note;
	private volatile TicketDesk desk;
	private volatile Actor actor;
	private volatile ChosenTicket chosen;
	private Ticket shown;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(TicketPart.class, look.locale());
		told = new Told(look.locale(), ZoneId.systemDefault());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		whole.setLayout(new GridLayout());
		page = Look.named(new Text(whole, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "ticket.page");
		page.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		look.paint(page, Tone.TEXT, Tone.SURFACE);
		page.setText(words.say("page.empty"));
		note = Look.named(new Text(whole, SWT.BORDER), "ticket.note");
		note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		note.setMessage(words.say("page.note"));
		Composite steps = new Composite(whole, SWT.NONE);
		steps.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		steps.setLayout(new RowLayout());
		look.paint(steps, Tone.TEXT, Tone.SURFACE);
		for (Step step : Step.values()) {
			buttons.put(step, Look.named(new PushButton(steps, look, PushButton.Weight.NORMAL, null,
					words.say("page.step." + step), () -> move(step)), "ticket.step." + step));
		}
		show(null);
		every();
	}

	@Inject
	void use(@Optional TicketDesk found) {
		desk = found;
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
	}

	@Inject
	void choose(@Optional ChosenTicket ticket) {
		chosen = ticket;
		if (page != null && !page.isDisposed()) {
			read();
		}
	}

	/** Clocks go on, and somebody else may move it. */
	private void every() {
		if (!page.isDisposed()) {
			if (page.isVisible()) {
				read();
			}
			page.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void read() {
		TicketDesk here = desk;
		ChosenTicket which = chosen;
		if (here != null && which != null && actor != null) {
			Thread.ofVirtual().name("ticket").start(() -> read(here, which));
		}
	}

	private void read(TicketDesk here, ChosenTicket which) {
		try {
			java.util.Optional<Ticket> ticket = here.find(which.number());
			String text = ticket.isEmpty() ? "" : text(here, ticket.get());
			ui.later(page, () -> {
				if (which.equals(chosen) && ticket.isPresent()) {
					show(ticket.get());
					if (!page.getText().equals(text)) {
						page.setText(text);
					}
				}
			});
		} catch (IOException e) {
			ui.later(page, () -> page.setText(words.say("list.unread", String.valueOf(e.getMessage()))));
		}
	}

	private String text(TicketDesk here, Ticket ticket) throws IOException {
		List<String> lines = new ArrayList<>();
		lines.add(ticket.number() + " · " + told.kind(ticket.draft().kind()) + " · " + told.status(ticket.status()));
		here.readings(ticket).forEach(reading -> lines.add(told.reading(reading)));
		lines.add("");
		lines.add(ticket.draft().text().isBlank() ? ticket.draft().title() : ticket.draft().text());
		lines.add("");
		lines.add(told.time(ticket.openedAt()) + "  " + ticket.openedBy() + "  " + told.opened());
		ticket.acts().forEach(act -> lines.add(told.time(act.at()) + "  " + act.by() + "  " + told.move(act.move())));
		return String.join("\n", lines).replace("\n", Text.DELIMITER);
	}

	private void show(Ticket ticket) {
		shown = ticket;
		buttons.forEach((step, button) -> button.setEnabled(ticket != null && step.leads(ticket)));
		note.setEnabled(ticket != null);
	}

	/** On what is seen here: whoever was faster wins. */
	private void move(Step step) {
		TicketDesk here = desk;
		Actor who = actor;
		Ticket seen = shown;
		if (here != null && who != null && seen != null) {
			Move move = step.move.apply(who.name(), note.getText().strip());
			Thread.ofVirtual().name("ticket-move").start(() -> move(here, who, seen, move));
		}
	}

	private void move(TicketDesk here, Actor who, Ticket seen, Move move) {
		try {
			Outcome outcome = here.move(who, seen.number(), seen.version(), move);
			ui.later(page, () -> tell(outcome));
		} catch (IOException e) {
			ui.later(() -> say.problem(words.say("list.unread", String.valueOf(e.getMessage()))));
		} catch (NotPermitted e) {
			ui.later(() -> say.problem(e.sentence(look.locale())));
		}
	}

	private void tell(Outcome outcome) {
		switch (outcome) {
		case Outcome.Went(Ticket ticket) -> {
			note.setText("");
			say.done(told.move(ticket.acts().getLast().move()));
		}
		case Outcome.Overtaken(Ticket ticket) -> say.problem(told.overtaken(ticket));
		case Outcome.Refused refused -> say.problem(told.refusal(refused));
		case Outcome.Duplicate _ -> throw new IllegalStateException("a move opens nothing");
		}
		read();
	}

	@Focus
	void focus() {
		page.setFocus();
	}
}
