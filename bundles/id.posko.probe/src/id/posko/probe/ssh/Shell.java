package id.posko.probe.ssh;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;
import id.posko.ssh.Connections;
import id.posko.ssh.Outcome;
import id.posko.ssh.Stage;
import id.posko.ssh.Target;

/** Runs scripts on machines, and says in a check's terms why one could not be run. */
@Component(service = Shell.class)
public final class Shell {

	static final String METHOD = "ssh";

	private final Connections connections;
	private final Names names;

	@Activate
	public Shell(@Reference Connections connections, @Reference Names names) {
		this.connections = connections;
		this.names = names;
	}

	/**
	 * What entering a machine and one script may take: nine round trips for the first login (TCP, banner, key exchange,
	 * login, channel, command), and seconds of an old PC's computing.
	 */
	public static Duration patience(Duration line) {
		return line.multipliedBy(4).plusSeconds(6);
	}

	/** @param timeout the longest that this takes */
	public Reply run(Machine machine, Platform.Task task, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		return switch (names.resolve(machine.address(), timeout)) {
		case Resolution.Known(InetAddress address) ->
			run(machine, address, task, timeout.minusNanos(System.nanoTime() - start));
		case Resolution.Unresolved none -> new Reply.Nothing(none.answer());
		};
	}

	private Reply run(Machine machine, InetAddress address, Platform.Task task, Duration timeout)
			throws InterruptedException {
		Target target = new Target(machine.address().host(), address, machine.port(), machine.user(), machine.secret(),
				machine.key());
		return switch (connections.run(target, task.command(), task.input(), timeout)) {
		case Outcome.Ran(var exit, var output, var errors, var began, var took) ->
			new Reply.Said(text(output), text(errors), exit, address, began, took);
		case Outcome other -> new Reply.Nothing(nothing(other, machine.name()));
		};
	}

	private static Answer nothing(Outcome outcome, String machine) {
		Cause cause = cause(outcome, machine);
		Evidence evidence = Evidence.of(METHOD);
		return switch (outcome) {
		case Outcome.HostKeyChanged _ -> new Answer.Impaired(cause, evidence);
		case Outcome.Silent _, Outcome.NotListening _, Outcome.NoWay _, Outcome.Broken _ -> new Answer.Failed(cause, evidence);
		case Outcome.Ran _, Outcome.TooMuch _, Outcome.NothingInCommon _, Outcome.LoginRefused _, Outcome.OtherLogin _,
				Outcome.LoginResting _, Outcome.NoSecret _, Outcome.BadKey _, Outcome.Unready _ ->
			new Answer.Broken(cause, evidence);
		};
	}

	/** Why a machine was not entered, or did not come to its end. */
	public static Cause cause(Outcome outcome, String machine) {
		return switch (outcome) {
		case Outcome.Ran(int exit, _, _, _, _) -> Cause.of("ssh_unread", exit, "");
		case Outcome.Silent(Stage stage, Duration waited) -> Cause.of(stage == Stage.CONNECT ? "silent"
				: "ssh_silent_" + stage.name().toLowerCase(Locale.ROOT), waited);
		case Outcome.NotListening(int port) -> Cause.of("connection_refused", port);
		case Outcome.NoWay(String said) -> Cause.of("ssh_no_way", said);
		case Outcome.Broken(_, String said) -> Cause.of("ssh_broken", said);
		case Outcome.HostKeyChanged(String known, String shown) -> Cause.of("ssh_host_key", machine, known, shown);
		case Outcome.NothingInCommon(String said) -> Cause.of("ssh_nothing_in_common", said);
		case Outcome.LoginRefused(String user, _) -> Cause.of("ssh_refused", user);
		case Outcome.OtherLogin(String user, String offered) -> Cause.of("ssh_other_login", user, offered);
		case Outcome.LoginResting(var until) -> Cause.of("ssh_resting", until);
		case Outcome.NoSecret(String name) -> Cause.of("ssh_no_secret", name);
		case Outcome.BadKey(String name, String why) -> Cause.of("ssh_bad_key", name, why);
		case Outcome.Unready(String why) -> Cause.of("ssh_unready", why);
		case Outcome.TooMuch(_, int limit) -> Cause.of("ssh_too_much", limit / 1024);
		};
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	static Evidence evidence(InetAddress machine) {
		return new Evidence(METHOD, Optional.of(machine.getHostAddress()), Optional.empty(), List.of());
	}
}
