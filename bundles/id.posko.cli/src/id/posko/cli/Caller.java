package id.posko.cli;

import java.util.Optional;

import id.posko.staff.Workstation;

/**
 * Who calls a command, by his own word until the {@link Door} asked for the password.
 *
 * @param account as {@code POSKO_ACCOUNT} names it; empty: none is named
 */
record Caller(String workstation, Optional<String> account) {

	static final String VARIABLE = "POSKO_ACCOUNT";

	/** Of this process. */
	static Caller here() {
		return new Caller(Workstation.here(), Optional.ofNullable(System.getenv(VARIABLE)).map(String::strip)
				.filter(name -> !name.isEmpty()));
	}
}
