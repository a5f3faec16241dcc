package id.posko.ticket.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.staff.Staff;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;

/** A button for each step that leads somewhere from where the ticket stands; each asks in a form. UI thread only. */
final class TicketSteps {

	private final Composite row;
	private final Look look;
	private final Say say;
	private final Shell window;
	private final Consumer<Ticket> went;
	private final Runnable changed;
	private final Words words;
	private final Map<Step, PushButton> buttons = new EnumMap<>(Step.class);
	private TicketDesk desk;
	private volatile Staff staff;
	private Actor actor;
	private Ticket ticket;
	private List<Ticket> same = List.of();

	/** @param went gets a ticket that was moved @param changed told that somebody else moved it */
	TicketSteps(Composite parent, Look look, Say say, Shell window, Consumer<Ticket> went, Runnable changed) {
		this.look = look;
		this.say = say;
		this.window = window;
		this.went = went;
		this.changed = changed;
		words = Words.of(TicketSteps.class, look.locale());
		row = new Composite(parent, SWT.NONE);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		RowLayout layout = new RowLayout();
		layout.marginLeft = layout.marginTop = layout.marginBottom = 0;
		layout.spacing = 6;
		row.setLayout(layout);
		look.paint(row, Tone.TEXT, Tone.SURFACE);
		for (Step step : Step.values()) {
			buttons.put(step, add(new PushButton(row, look, PushButton.Weight.NORMAL, step.glyph(),
					words.say("page.step." + step), () -> take(step)), "ticket.step." + step));
		}
	}

	Composite row() {
		return row;
	}

	/** One more button in the row. */
	PushButton add(PushButton button, String name) {
		button.setLayoutData(new RowData());
		return Look.named(button, name);
	}

	/** Who takes steps, and where; null if that is not known. */
	void by(TicketDesk newDesk, Staff newStaff, Actor somebody) {
		desk = newDesk;
		staff = newStaff;
		actor = somebody;
	}

	void none() {
		ticket = null;
		buttons.values().forEach(button -> showIf(button, false));
	}

	/** @param sames other open tickets for the same cause */
	void of(Ticket now, List<Ticket> sames) {
		ticket = now;
		same = sames;
		buttons.forEach((step, button) -> showIf(button, step.leads(now) && (step != Step.MERGE || !sames.isEmpty())));
	}

	static void showIf(PushButton button, boolean isShown) {
		button.setVisible(isShown);
		button.setEnabled(isShown);
		((RowData) button.getLayoutData()).exclude = !isShown;
	}

	void focus() {
		buttons.values().stream().filter(PushButton::isVisible).findFirst().ifPresentOrElse(PushButton::setFocus,
				row::setFocus);
	}

	private void take(Step step) {
		TicketDesk here = desk;
		Actor who = actor;
		if (ticket != null && here != null && who != null) {
			Ticket of = ticket;
			switch (step) {
				case ASSIGN -> Thread.ofVirtual().name("accounts").start(() -> assign(of, here, who));
				case MERGE -> open(step, of, here, who, same.stream().map(other -> new StepSheet.Choice(
						other.number() + "", words.say("page.title", other.number() + "", other.draft().title()))).toList());
				case NUMBER, WAIT, WORK, FINISH, CLOSE, REOPEN, NOTE -> open(step, of, here, who, List.of());
			}
		}
	}

	/** Whoever sits here first, then all who may have a ticket of that office. */
	private void assign(Ticket of, TicketDesk here, Actor who) {
		try {
			List<StepSheet.Choice> choices = new ArrayList<>();
			choices.add(new StepSheet.Choice(who.name(), words.say("step.me", who.fullName())));
			for (Account account : staff == null ? List.<Account>of() : staff.all()) {
				boolean mayHaveIt = account.active()
						&& new Actor(account.name(), account.fullName(), account.posts(), who.workstation())
								.may(Permission.TICKET, Optional.of(of.draft().site()));
				if (mayHaveIt && !account.name().equals(who.name())) {
					choices.add(new StepSheet.Choice(account.name(), account.name() + " · " + account.fullName()));
				}
			}
			look.later(row, () -> open(Step.ASSIGN, of, here, who, choices));
		} catch (IOException e) {
			look.later(row, () -> say.problem(words.say("list.unread", String.valueOf(e.getMessage()))));
		}
	}

	private void open(Step step, Ticket of, TicketDesk here, Actor who, List<StepSheet.Choice> choices) {
		new StepSheet(window, look, step, of, choices).open(here, who, went, changed);
	}
}
