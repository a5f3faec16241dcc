package id.posko.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.SignIn;
import id.posko.staff.Staff;
import id.posko.staff.Workstation;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.UiThread;
import jakarta.inject.Inject;

/**
 * Who sits at this window: the {@link Actor} in the application's context, for all parts; none is there while nobody is
 * signed in, and then how devices are is shown and nothing else can be done. UI thread.
 */
public final class Session {

	private final String here = Workstation.here();

	@Inject
	private IEclipseContext context;
	@Inject
	private UiThread ui;
	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Words words;

	private volatile Optional<Staff> staff = Optional.empty();
	private Optional<Shell> window = Optional.empty();
	private boolean isAsked;

	/** On the thread that opens the data folder. */
	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Staff opened) {
		staff = Optional.ofNullable(opened);
		Optional<Actor> local = staff.flatMap(this::local);
		ui.later(() -> begin(local));
	}

	private Optional<Actor> local(Staff opened) {
		try {
			return opened.local(here);
		} catch (IOException e) {
			ui.later(() -> say.problem(words.say("session.unreadable", e.getMessage())));
			return Optional.empty();
		}
	}

	private void begin(Optional<Actor> local) {
		local.ifPresentOrElse(this::actsFor, () -> {
			context.remove(Actor.class);
			if (staff.isPresent()) {
				window.ifPresent(this::ask);
			}
		});
	}

	/** From now on somebody can be asked there. */
	void in(Shell newWindow) {
		window = Optional.of(newWindow);
		if (staff.isPresent() && actor().isEmpty()) {
			ask(newWindow);
		}
	}

	Optional<Actor> actor() {
		return Optional.ofNullable(context.getLocal(Actor.class)).map(Actor.class::cast);
	}

	/** Whether there is anything to sign in to. */
	boolean canAsk() {
		try {
			return staff.isPresent() && !staff.get().isOpen();
		} catch (IOException e) {
			say.problem(words.say("session.unreadable", e.getMessage()));
			return false;
		}
	}

	/** Whoever takes the actor out of the context ends his session: who comes next is asked. */
	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Actor actor) {
		if (actor == null && staff.isPresent()) {
			ui.later(() -> window.filter(_ -> actor().isEmpty()).ifPresent(this::ask));
		}
	}

	/** Nobody sits there any more; who comes next is asked for his password. */
	void lock() {
		if (canAsk() && actor().isPresent()) {
			context.remove(Actor.class);
		}
	}

	/** Asks who it is; whoever closes the sheet is nobody. */
	void ask(Shell over) {
		if (isAsked) {
			return;
		}
		isAsked = true;
		Sheet sheet = new Sheet(over, look, "signin", words.say("session.title"));
		sheet.shell().addDisposeListener(_ -> isAsked = false);
		Form form = new Form(sheet.body(), look, "signin");
		Form.Field name = form.text("name", words.say("session.account"), "", _ -> Optional.empty());
		Form.Field password = form.secret("password", words.say("session.password"));
		sheet.open(words.say("session.do"), () -> {
			sheet.allow(false);
			signIn(name.text(), password, sheet);
			return false;
		});
	}

	private void signIn(String name, Form.Field field, Sheet sheet) {
		char[] password = field.text().toCharArray();
		Staff asked = staff.orElseThrow();
		Thread.ofVirtual().name("sign-in").start(() -> {
			try {
				SignIn answer = asked.signIn(name, password, here);
				look.later(sheet.shell(), () -> told(answer, field, sheet));
			} catch (IOException | UncheckedIOException e) {
				look.later(sheet.shell(), () -> sheet.complain(words.say("session.unreadable", e.getMessage())));
			} finally {
				Arrays.fill(password, '\0');
				look.later(sheet.shell(), () -> sheet.allow(true));
			}
		});
	}

	private void told(SignIn answer, Form.Field field, Sheet sheet) {
		field.setText("");
		switch (answer) {
			case SignIn.Welcome(Actor actor) -> {
				sheet.shell().close();
				actsFor(actor);
				say.done(words.say("session.welcome", actor.fullName()));
			}
			case SignIn.Refused _ -> sheet.complain(words.say("session.refused"));
			case SignIn.Wait(var left) -> sheet.complain(words.say("session.wait", left.toSeconds() + 1));
		}
	}

	private void actsFor(Actor actor) {
		context.set(Actor.class, actor);
	}
}
