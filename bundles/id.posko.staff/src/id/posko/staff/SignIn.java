package id.posko.staff;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignIn {

	record Welcome(Actor actor) implements SignIn {
	}

	/** Wrong name, wrong password or a retired account: which, is not said. @param next how long before the next attempt counts */
	record Refused(Duration next) implements SignIn {
	}

	/** Too soon after failures; the password was not looked at. */
	record Wait(Duration left) implements SignIn {
	}
}
