package id.posko.health;

import java.util.Locale;

/** How a device is, from best to worst for the eye; {@link #code} is the word of commands and exports. */
public enum State {
	UP, DEGRADED, DOWN, UNREACHABLE, UNKNOWN, MAINTENANCE, NOT_MEASURED;

	/** {@code up, degraded, down, unreachable, unknown, maintenance, not_measured} */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}
}
