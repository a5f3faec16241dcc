package id.posko.health.counter;

import java.util.Locale;

/** What a counter's readings say of the sending of records. */
public enum Trend {
	NO_READING, ONE_READING,
	/** Records are being sent. */
	RISING,
	/** Equal, and nothing waits to be sent. */
	IDLE,
	/** Equal, but not for long enough to say more. */
	WAITING,
	/** Equal, and nobody knows whether records wait. */
	UNCERTAIN,
	/** Equal for the set time although records wait. */
	STUCK,
	/** The last reading is the first one after a restart. */
	RESTARTED,
	/** The last reading is lower than the one before without a restart. */
	FELL;

	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}
}
