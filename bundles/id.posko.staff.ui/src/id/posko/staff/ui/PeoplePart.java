package id.posko.staff.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.staff.Staff;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Who may sign in, and as what. */
public final class PeoplePart {

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Shell window;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private Words words;
	private Label sentence;
	private PushButton add;
	private PushButton change;
	private PushButton password;
	private LiveTable<String, Account> table;
	private Optional<Staff> staff = Optional.empty();
	private Optional<Actor> actor = Optional.empty();
	private boolean isFirst;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(PeoplePart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(4, false);
		layout.marginWidth = 16;
		layout.marginHeight = 10;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.WRAP), "people.sentence");
		sentence.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		password = Look.named(new PushButton(whole, look, PushButton.Weight.NORMAL, null, words.say("people.password"),
				this::renew), "people.password");
		change = Look.named(new PushButton(whole, look, PushButton.Weight.NORMAL, Glyph.EDIT, words.say("people.change"),
				this::change), "people.change");
		add = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, Glyph.ADD, words.say("people.add"), this::add),
				"people.add");
		table = new LiveTable<>(whole, look, "people", Account::name, PersonRow.columns(words, look.locale()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
		table.setEmptyState(EmptyState.of(Glyph.CARD, words.say("people.empty")));
		table.onOpen(_ -> change());
		table.onSelected(_ -> allow());
		read();
	}

	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Staff newStaff,
			@org.eclipse.e4.core.di.annotations.Optional Actor newActor) {
		staff = Optional.ofNullable(newStaff);
		actor = Optional.ofNullable(newActor);
		if (table != null) {
			look.later(table.control(), this::read);
		}
	}

	private boolean may() {
		return actor.filter(by -> by.may(Permission.STAFF, Optional.empty())).isPresent();
	}

	private Optional<Account> chosen() {
		List<Account> chosen = table.selection();
		return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
	}

	private void allow() {
		add.setEnabled(may());
		change.setEnabled(may() && chosen().isPresent());
		password.setEnabled(chosen().filter(account -> may() || isOwn(account)).isPresent());
	}

	private boolean isOwn(Account account) {
		return actor.filter(by -> by.name().equals(account.name())).isPresent();
	}

	private void read() {
		staff.ifPresentOrElse(from -> Thread.ofVirtual().name("accounts").start(() -> {
			try {
				List<Account> all = from.all();
				look.later(table.control(), () -> show(all));
			} catch (IOException e) {
				look.later(table.control(), () -> say.problem(words.say("unreadable", e.getMessage())));
			}
		}), () -> show(List.of()));
	}

	private void show(List<Account> all) {
		isFirst = all.isEmpty();
		table.replace(all);
		sentence.setText(actor.isEmpty() ? words.say("people.nobody")
				: isFirst ? words.say("people.first") : words.say("people.by", actor.get().fullName(), all.size()));
		allow();
	}

	private void add() {
		if (may() && staff.isPresent()) {
			new PersonSheet(window, look, Optional.empty(), isFirst).open(staff.get(), actor.get(), this::kept);
		}
	}

	private void change() {
		if (may() && staff.isPresent() && chosen().isPresent()) {
			new PersonSheet(window, look, chosen(), false).open(staff.get(), actor.get(), this::kept);
		}
	}

	private void renew() {
		chosen().filter(account -> staff.isPresent() && (may() || isOwn(account))).ifPresent(
				account -> new PasswordSheet(window, look, account, isOwn(account)).open(staff.get(), actor.get(), this::kept));
	}

	/** Who acted without an account does so no more once there is one: the window asks who sits there. */
	private void kept(String name) {
		say.done(words.say("people.kept", name));
		if (isFirst) {
			application.getContext().remove(Actor.class);
		}
		read();
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
