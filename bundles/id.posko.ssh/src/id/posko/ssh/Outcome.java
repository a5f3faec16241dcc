package id.posko.ssh;

import java.time.Duration;
import java.time.Instant;

/** What became of one command on one machine. */
public sealed interface Outcome {

	/**
	 * The command ended.
	 *
	 * @param exit its exit status; -1 if a signal ended it
	 * @param began when the command was sent, by our clock
	 * @param took from then until its end
	 */
	record Ran(int exit, byte[] output, byte[] errors, Instant began, Duration took) implements Outcome {
	}

	/** The command wrote more than is taken; the rest was not read. {@code output} is its beginning. */
	record TooMuch(byte[] output, int limit) implements Outcome {
	}

	/** Nothing more came at this stage for so long. */
	record Silent(Stage stage, Duration waited) implements Outcome {
	}

	/** Nobody listens at the port. */
	record NotListening(int port) implements Outcome {
	}

	/** The network (often this machine itself) says that there is no way. */
	record NoWay(String said) implements Outcome {
	}

	/** The connection ended, or what came was not SSH. */
	record Broken(Stage stage, String said) implements Outcome {
	}

	/** Both know SSH, but have no algorithm in common. */
	record NothingInCommon(String said) implements Outcome {
	}

	/**
	 * The machine shows another host key than before: another machine, or somebody in between. Nothing was sent to it.
	 * Fingerprints are SHA-256 in OpenSSH's form.
	 */
	record HostKeyChanged(String known, String shown) implements Outcome {
	}

	/** The server does not let this user in. {@code sent} is false if that is known from before and nothing was sent. */
	record LoginRefused(String user, boolean sent) implements Outcome {
	}

	/** The server does not take what we have: it offers only these methods. No password was sent. */
	record OtherLogin(String user, String offered) implements Outcome {
	}

	/** A login was not answered; it may have counted as a wrong one, so none is tried before then. */
	record LoginResting(Instant until) implements Outcome {
	}

	/** No secret of that name is kept. */
	record NoSecret(String name) implements Outcome {
	}

	/** The key of that name can not be read or opened. */
	record BadKey(String name, String why) implements Outcome {
	}

	/** Secrets or known host keys can not be read: a fault of this machine. */
	record Unready(String why) implements Outcome {
	}
}
