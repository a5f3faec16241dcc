package id.posko.health;

import java.time.Duration;

/** How long results are kept. Transitions are kept as long as the hourly values. */
public record Retention(Duration samples, Duration hourly) {

	/** How long a day's values are kept: a battery ages over years. */
	public static final Duration DAYS = Duration.ofDays(5 * 365);

	public static final Retention DEFAULT = new Retention(Duration.ofDays(7), Duration.ofDays(365));
}
