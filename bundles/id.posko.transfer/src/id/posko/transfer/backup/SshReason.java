package id.posko.transfer.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import id.posko.ssh.Outcome;
import id.posko.ssh.Stage;

/** Why a machine could not be entered, or asked to the end. */
final class SshReason {

	private SshReason() {
	}

	static Reason of(Outcome outcome) {
		return switch (outcome) {
		case Outcome.Ran(int exit, _, _, _, _) -> Reason.of("exit", exit);
		case Outcome.TooMuch _ -> Reason.of("ssh_broken", "too much");
		case Outcome.Silent(Stage stage, Duration waited) ->
			Reason.of("ssh_silent", stage.name().toLowerCase(Locale.ROOT), waited);
		case Outcome.NotListening(int port) -> Reason.of("ssh_not_listening", port);
		case Outcome.NoWay(String said) -> Reason.of("ssh_no_way", said);
		case Outcome.Broken(_, String said) -> Reason.of("ssh_broken", said);
		case Outcome.NothingInCommon(String said) -> Reason.of("ssh_broken", said);
		case Outcome.HostKeyChanged(String known, String shown) -> Reason.of("ssh_host_key", known, shown);
		case Outcome.LoginRefused(String user, _) -> Reason.of("ssh_refused", user);
		case Outcome.OtherLogin(String user, String offered) -> Reason.of("ssh_other_login", user, offered);
		case Outcome.LoginResting(Instant until) -> Reason.of("ssh_resting", until);
		case Outcome.NoSecret(String name) -> Reason.of("no_secret", name);
		case Outcome.BadKey(String name, String why) -> Reason.of("ssh_bad_key", name, why);
		case Outcome.Unready(String why) -> Reason.of("ssh_unready", why);
		};
	}
}
