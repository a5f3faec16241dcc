package id.posko.ticket.ui;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.CutPath;
import id.posko.health.Monitoring;
import id.posko.health.Request;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.ticket.BrokenPath;
import id.posko.ticket.Draft;
import id.posko.ticket.Outcome;
import id.posko.ticket.Recovered;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.UiThread;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The open tickets, those late first; a click opens the ticket of the chosen device. */
public final class TicketsPart {

	private static final int MILLIS = 3000;

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private Words words;
	private Told told;
	private Label sentence;
	private PushButton open;
	private LiveTable<Long, TicketLine> table;
	private volatile TicketDesk desk;
	private volatile Monitoring monitoring;
	private volatile Inventory inventory;
	private volatile Actor actor;
	private volatile DeviceKey device;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(TicketsPart.class, look.locale());
		told = new Told(look.locale(), ZoneId.systemDefault());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.NONE), "tickets.sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.horizontalIndent = 16;
		sentence.setLayoutData(sentenceData);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		open = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, Glyph.ADD, words.say("list.choose"),
				this::open), "tickets.open");
		table = new LiveTable<>(whole, look, "tickets", line -> line.ticket().number(), List.of(
				Column.mark("state", words.say("column.state"), 110, TicketLine::mark,
						line -> words.say("list.mark." + line.mark()),
						Comparator.comparing(TicketLine::isLate).reversed().thenComparing(TicketLine::due)),
				Column.<TicketLine>number("number", words.say("column.number"), 50,
						line -> OptionalDouble.of(line.ticket().number()), line -> line.ticket().number() + ""),
				Column.<TicketLine>text("title", words.say("column.title"), 260, line -> line.ticket().draft().title()),
				Column.<TicketLine>text("status", words.say("column.status"), 120,
						line -> told.status(line.ticket().status())),
				Column.<TicketLine>text("who", words.say("column.who"), 90, line -> line.ticket().assignee().orElse("")),
				Column.<TicketLine>text("due", words.say("column.due"), 160,
						line -> line.due().equals(Instant.MAX) ? "" : told.time(line.due()))
						.orderedBy(Comparator.comparing(TicketLine::due))),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
		table.setEmptyState(EmptyState.of(Glyph.WRENCH, words.say("list.empty")));
		table.onSelect(rows -> {
			if (rows.size() == 1) {
				application.getContext().set(ChosenTicket.class, new ChosenTicket(rows.getFirst().ticket().number()));
			}
		});
		name();
		every();
	}

	@Inject
	void use(@Optional TicketDesk found) {
		desk = found;
	}

	@Inject
	void use(@Optional Monitoring found) {
		monitoring = found;
	}

	@Inject
	void use(@Optional Inventory found) {
		inventory = found;
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
	}

	@Inject
	void use(@Optional DeviceKey chosen) {
		device = chosen;
		if (open != null && !open.isDisposed()) {
			name();
		}
	}

	private void name() {
		open.setWord(device == null ? words.say("list.choose") : words.say("list.open", device.name()));
		open.setEnabled(device != null);
		open.getParent().layout();
	}

	private void every() {
		if (!sentence.isDisposed()) {
			TicketDesk here = desk;
			if (here == null || actor == null || monitoring == null) {
				sentence.setText(words.say("list.nobody"));
				table.replace(List.of());
			} else if (sentence.isVisible()) {
				Thread.ofVirtual().name("tickets").start(() -> read(here, monitoring));
			}
			sentence.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void read(TicketDesk here, Monitoring watched) {
		try {
			List<Ticket> tickets = here.open();
			List<Recovered> well = Recovered.of(tickets, watched.board()::health);
			List<TicketLine> lines = new ArrayList<>();
			for (Ticket ticket : tickets) {
				lines.add(new TicketLine(ticket, here.readings(ticket), well.stream()
						.filter(offer -> offer.ticket().number() == ticket.number()).map(Recovered::since).findFirst()));
			}
			table.replace(lines);
			String all = words.say("list.sentence", lines.size(),
					lines.stream().filter(TicketLine::isLate).count(), well.size());
			ui.later(sentence, () -> sentence.setText(all));
		} catch (IOException e) {
			ui.later(sentence, () -> sentence.setText(words.say("list.unread", String.valueOf(e.getMessage()))));
		}
	}

	private void open() {
		if (device != null && desk != null && actor != null && monitoring != null && inventory != null) {
			inventory.fleet().device(device).ifPresent(of -> {
				say.done(words.say("list.asking", of.name()));
				Thread.ofVirtual().name("ticket").start(() -> open(of));
			});
		}
	}

	/** Asks the path first, so that the ticket says how it is now. */
	private void open(Device of) {
		try {
			try (Request request = monitoring.checkNow(inventory.fleet().path(of), _ -> {
			})) {
				request.await();
			}
			CutPath path = monitoring.path(of);
			java.util.Optional<Draft> draft = new BrokenPath(path, ZoneId.systemDefault(), Instant.now()).draft();
			if (draft.isEmpty()) {
				ui.later(() -> say.done(path.sentence(look.locale(), Instant.now())));
				return;
			}
			Outcome outcome = desk.open(actor, draft.get(), false);
			ui.later(() -> tell(outcome));
		} catch (IOException e) {
			ui.later(() -> say.problem(words.say("list.unread", String.valueOf(e.getMessage()))));
		} catch (NotPermitted e) {
			ui.later(() -> say.problem(e.sentence(look.locale())));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void tell(Outcome outcome) {
		switch (outcome) {
		case Outcome.Went(Ticket ticket) -> {
			say.done(words.say("list.opened", ticket.number() + ""));
			application.getContext().set(ChosenTicket.class, new ChosenTicket(ticket.number()));
		}
		case Outcome.Duplicate(List<Ticket> same) -> {
			say.problem(words.say("list.duplicate", same.getFirst().number() + ""));
			application.getContext().set(ChosenTicket.class, new ChosenTicket(same.getFirst().number()));
		}
		case Outcome.Overtaken(Ticket ticket) -> say.problem(told.overtaken(ticket));
		case Outcome.Refused refused -> say.problem(told.refusal(refused));
		}
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
