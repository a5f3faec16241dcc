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

	/** As {@link Verbs#run}. */
	int run(String verb, List<String> arguments, Call call, Caller caller) throws IOException, InterruptedException {
		Optional<Actor> local = staff.local(caller.workstation());
		if (local.isPresent()) {
			return verbs.run(verb, arguments, call.by(local.get()));
		}
		if (caller.account().isEmpty()) {
			if (verbs.isOpen(verb)) {
				return verbs.run(verb, arguments, call);
			}
			call.say("door.who", Caller.VARIABLE, Question.PASSWORD.variable);
			return Call.WRONG_USE;
		}
		Optional<char[]> password = call.prompt().ask(Question.PASSWORD, caller.account().get());
		if (password.isEmpty()) {
			return Call.WRONG_USE;
		}
		SignIn answer = staff.signIn(caller.account().get(), password.get(), caller.workstation());
		Arrays.fill(password.get(), '\0');
		return switch (answer) {
		case SignIn.Welcome(Actor actor) -> verbs.run(verb, arguments, call.by(actor));
		case SignIn.Refused _ -> refused(call, "door.refused");
		case SignIn.Wait(var left) -> refused(call, "door.wait", left.toSeconds() + 1);
		};
	}

	private static int refused(Call call, String key, Object... arguments) {
		call.say(key, arguments);
		return Call.NOT_WELL;
	}
}
