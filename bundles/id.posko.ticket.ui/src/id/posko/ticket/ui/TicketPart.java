package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import id.posko.health.Monitoring;
import id.posko.kit.OfficeHours;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.staff.Staff;
import id.posko.ticket.Move;
import id.posko.ticket.Outcome;
import id.posko.ticket.Recovered;
import id.posko.ticket.Standing;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;
import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.UiThread;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The chosen ticket: its clocks, what it says and has to do with, what was done, and what can be done next. */
public final class TicketPart {

	private static final int MILLIS = 3000;

	/** What is read of it at one moment. */
	private record Page(Standing standing, java.util.Optional<Instant> recovered, Told told, DateTimeFormatter time,
			List<Ticket> same) {

		Ticket ticket() {
			return standing.ticket();
		}
	}

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;
	@Inject
	private Shell window;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private Words words;
	private Composite whole;
	private TicketSteps steps;
	private Label title;
	private Label facts;
	private PushButton well;
	private PushButton evidence;
	private ClockBars clocks;
	private TicketLinks links;
	private Text text;
	private LiveTable<Integer, Happened> history;
	private EvidencePacking packing;
	private volatile TicketDesk desk;
	private volatile Monitoring monitoring;
	private volatile OfficeHours hours;
	private volatile Staff staff;
	private volatile Actor actor;
	private volatile ChosenTicket chosen;
	private Page shown;

	@PostConstruct
	void build(Composite parent, EvidencePacking evidencePacking) {
		words = Words.of(TicketPart.class, look.locale());
		packing = evidencePacking;
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 14;
		layout.marginHeight = 8;
		whole.setLayout(layout);
		title = label(Face.HEADING, Tone.TEXT, "ticket.title");
		facts = label(Face.PLAIN, Tone.MUTED, "ticket.facts");
		clocks = new ClockBars(whole, look);
		well = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, Glyph.PULSE, "", this::closeWell), "ticket.well");
		well.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		steps = new TicketSteps(whole, look, say, window, this::went, this::read);
		evidence = steps.add(new PushButton(steps.row(), look, PushButton.Weight.NORMAL, Glyph.EXPORT,
				words.say("page.evidence"), () -> packing.ask(shown.ticket())), "ticket.evidence");
		links = new TicketLinks(whole, look, application);
		text = Look.named(new Text(whole, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "ticket.page");
		GridData textData = new GridData(SWT.FILL, SWT.FILL, true, true);
		textData.heightHint = 110;
		text.setLayoutData(textData);
		look.paint(text, Tone.TEXT, Tone.RAISED);
		part.getPersistedState().putIfAbsent("sort", "-at");
		history = new LiveTable<Integer, Happened>(whole, look, "ticket.history", Happened::place, Happened.columns(words),
				part.getPersistedState()).compact();
		GridData historyData = new GridData(SWT.FILL, SWT.FILL, true, true);
		historyData.heightHint = 150;
		history.control().setLayoutData(historyData);
		act();
		show(null);
		every();
	}

	private Label label(Face face, Tone tone, String name) {
		Label label = Look.named(new Label(whole, SWT.WRAP), name);
		label.setFont(look.font(face));
		label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	@Inject
	void use(@Optional TicketDesk found) {
		desk = found;
		act();
	}

	@Inject
	void use(@Optional Monitoring found) {
		monitoring = found;
	}

	@Inject
	void use(@Optional OfficeHours found) {
		hours = found;
	}

	@Inject
	void use(@Optional Staff found) {
		staff = found;
		act();
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
		act();
	}

	/** Who takes steps, and where. */
	private void act() {
		if (steps != null) {
			steps.by(desk, staff, actor);
		}
	}

	@Inject
	void choose(@Optional ChosenTicket ticket) {
		chosen = ticket;
		if (whole != null && !whole.isDisposed()) {
			read();
		}
	}

	/** Clocks go on, and somebody else may move it. */
	private void every() {
		if (!whole.isDisposed()) {
			if (whole.isVisible()) {
				read();
			}
			whole.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void read() {
		TicketDesk here = desk;
		ChosenTicket which = chosen;
		if (actor == null) {
			show(null);
		} else if (here != null && which != null && monitoring != null && hours != null) {
			Thread.ofVirtual().name("ticket").start(() -> read(here, which));
		}
	}

	private void read(TicketDesk here, ChosenTicket which) {
		try {
			java.util.Optional<Ticket> ticket = here.find(which.number());
			if (ticket.isPresent()) {
				Page page = page(here, ticket.get());
				ui.later(whole, () -> {
					if (which.equals(chosen) && actor != null) {
						show(page);
					}
				});
			}
		} catch (IOException | UncheckedIOException e) {
			ui.later(whole, () -> facts.setText(words.say("list.unread", String.valueOf(e.getMessage()))));
		}
	}

	private Page page(TicketDesk here, Ticket ticket) throws IOException {
		ZoneId zone = hours.calendar().zone();
		List<Ticket> same = ticket.status().isOver() ? List.of()
				: here.duplicates(ticket.draft()).stream().filter(other -> other.number() != ticket.number()).toList();
		return new Page(here.standings(List.of(ticket)).getFirst(),
				Recovered.of(List.of(ticket), monitoring.board()::health).stream().map(Recovered::since).findFirst(),
				new Told(look.locale(), zone),
				DateTimeFormatter.ofPattern(words.say("list.time"), look.locale()).withZone(zone), same);
	}

	/** @param page null if none is chosen, or nobody is there to see it */
	private void show(Page page) {
		boolean isOther = shown == null || page == null || !shown.ticket().acts().equals(page.ticket().acts())
				|| shown.ticket().number() != page.ticket().number() || !shown.recovered().equals(page.recovered())
				|| shown.same().size() != page.same().size();
		shown = page;
		if (page == null) {
			title.setText(words.say("page.empty"));
			facts.setText("");
			text.setText("");
			history.replace(List.of());
			isOther |= clocks.show(List.of(), new Told(look.locale()));
			links.show(java.util.Optional.empty());
		} else {
			Ticket ticket = page.ticket();
			say(title, words.say("page.title", ticket.number() + "", ticket.draft().title()));
			say(facts, facts(page));
			String written = ticket.draft().text().replace("\n", Text.DELIMITER);
			if (!text.getText().equals(written)) {
				text.setText(written);
			}
			history.replace(Happened.of(ticket, page.told(), page.time()));
			isOther |= clocks.show(page.standing().readings(), page.told()) | links.show(java.util.Optional.of(ticket));
		}
		if (isOther) {
			allow(page);
			whole.layout(true, true);
		}
	}

	private static void say(Label label, String text) {
		String shown = text.replace("&", "&&");
		if (!label.getText().equals(shown)) {
			label.setText(shown);
		}
	}

	private String facts(Page page) {
		Ticket ticket = page.ticket();
		List<String> said = new ArrayList<>(
				List.of(page.told().kind(ticket.draft().kind()), page.told().status(ticket.status())));
		said.add(ticket.assignee().map(who -> words.say("page.whose", who)).orElseGet(() -> words.say("page.nobodys")));
		ticket.queueNumber().ifPresent(number -> said.add(words.say("page.queue", number)));
		page.standing().level().ifPresent(level -> said.add(level.role()
				.map(role -> words.say("page.level.role", page.told().level(level), role.title(look.locale())))
				.orElseGet(() -> page.told().level(level))));
		ticket.mergedInto().ifPresent(into -> said.add(words.say("page.merged", into + "")));
		return String.join(" · ", said);
	}

	private void allow(Page page) {
		if (page == null) {
			steps.none();
		} else {
			steps.of(page.ticket(), page.same());
		}
		TicketSteps.showIf(evidence, page != null);
		java.util.Optional<Instant> since = page == null ? java.util.Optional.empty() : page.recovered();
		since.ifPresent(at -> well.setWord(words.say("page.well", page.time().format(at))));
		well.setVisible(since.isPresent());
		((GridData) well.getLayoutData()).exclude = since.isEmpty();
		text.setVisible(page != null);
		history.control().setVisible(page != null);
	}

	private void went(Ticket ticket) {
		say.done(new Told(look.locale()).move(ticket.acts().getLast().move()));
		application.getContext().set(MovedTicket.class, new MovedTicket(ticket.number(), ticket.version()));
		read();
	}

	/** It is done because its cause is well again; and closed, if he may. */
	private void closeWell() {
		Page page = shown;
		TicketDesk here = desk;
		Actor who = actor;
		if (page != null && page.recovered().isPresent() && here != null && who != null) {
			String note = words.say("page.well.note", page.told().time(page.recovered().get()));
			Thread.ofVirtual().name("ticket").start(() -> closeWell(here, who, page.ticket(), note));
		}
	}

	private void closeWell(TicketDesk here, Actor who, Ticket ticket, String note) {
		try {
			Outcome outcome = here.move(who, ticket.number(), ticket.version(), new Move.Finish(note));
			if (outcome instanceof Outcome.Went(Ticket done)
					&& who.may(Permission.ASSIGN, java.util.Optional.of(ticket.draft().site()))) {
				outcome = here.move(who, done.number(), done.version(), new Move.Close(""));
			}
			Outcome last = outcome;
			ui.later(whole, () -> tell(last));
		} catch (IOException | UncheckedIOException e) {
			ui.later(() -> say.problem(words.say("list.unread", String.valueOf(e.getMessage()))));
		} catch (NotPermitted e) {
			ui.later(() -> say.problem(e.sentence(look.locale())));
		}
	}

	private void tell(Outcome outcome) {
		Told told = new Told(look.locale());
		switch (outcome) {
		case Outcome.Went(Ticket ticket) -> went(ticket);
		case Outcome.Overtaken(Ticket ticket) -> say.problem(told.overtaken(ticket));
		case Outcome.Refused refused -> say.problem(told.refusal(refused));
		case Outcome.Duplicate _ -> throw new IllegalStateException("a move opens nothing");
		}
		read();
	}

	@Focus
	void focus() {
		steps.focus();
	}
}
