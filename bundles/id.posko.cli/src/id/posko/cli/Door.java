package id.posko.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.cli.Prompt.Question;
import id.posko.staff.Actor;
import id.posko.staff.SignIn;
import id.posko.staff.Staff;

/**
 * Runs commands on the open data folder for somebody: the account that the caller names and has the password of;
 * without accounts whoever calls. A verb that only shows what a console on the wall shows ({@link Verb#OPEN}) runs for
 * nobody, too.
 */
@Component(service = Door.class)
public final class Door {

	private final Staff staff;
	private final Verbs verbs;

	@Activate
	public Door(@Reference Staff staff, @Reference Verbs verbs) {
		this.staff = staff;
		this.verbs = verbs;
	}

	/** What came of knocking. */
	sealed interface Answer {

		/** @param call the same, for somebody */
		record In(Call call) implements Answer {
		}

		/** The caller was told why. @param code to exit with */
		record Out(int code) implements Answer {
		}
	}

	/** As {@link Verbs#run}. */
	int run(String verb, List<String> arguments, Call call, Caller caller) throws IOException, InterruptedException {
		return switch (knock(staff, call, caller, verbs.isOpen(verb))) {
		case Answer.In(Call in) -> verbs.run(verb, arguments, in);
		case Answer.Out(int code) -> code;
		};
	}

	/** @param isOpen whether nobody may come in, too */
	static Answer knock(Staff staff, Call call, Caller caller, boolean isOpen) throws IOException, InterruptedException {
		Optional<Actor> local = staff.local(caller.workstation());
		if (local.isPresent()) {
			return new Answer.In(call.by(local.get()));
		}
		if (caller.account().isEmpty()) {
			return isOpen ? new Answer.In(call)
					: out(call, Call.WRONG_USE, "door.who", Caller.VARIABLE, Question.PASSWORD.variable);
		}
		Optional<char[]> password = call.prompt().ask(Question.PASSWORD, caller.account().get());
		if (password.isEmpty()) {
			return new Answer.Out(Call.WRONG_USE);
		}
		SignIn answer = staff.signIn(caller.account().get(), password.get(), caller.workstation());
		Arrays.fill(password.get(), '\0');
		return switch (answer) {
		case SignIn.Welcome(Actor actor) -> new Answer.In(call.by(actor));
		case SignIn.Refused _ -> out(call, Call.NOT_WELL, "door.refused");
		case SignIn.Wait(var left) -> out(call, Call.NOT_WELL, "door.wait", left.toSeconds() + 1);
		};
	}

	private static Answer out(Call call, int code, String key, Object... arguments) {
		call.say(key, arguments);
		return new Answer.Out(code);
	}
}
