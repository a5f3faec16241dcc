package id.posko.probe.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Many echo requests: {@code count} rounds over all targets, a round at the earliest {@code gap} after the one before.
 *
 * @param timeout   of each request, counted from its sending
 * @param perSecond 1 to 1,000,000, or {@link #UNLIMITED}: as fast as the machine sends, for tests and benches of
 *                  machines nearby only, since lines and routers on the way drop what comes too fast
 */
public record Sweep(List<InetAddress> targets, int count, Duration gap, Duration timeout, long perSecond) {

	public static final long UNLIMITED = Pace.UNLIMITED;

	/** Requests per second that the devices on the way were found to bear. */
	public static final long DEFAULT_RATE = 10_000;

	public Sweep {
		targets = List.copyOf(targets);
		if (count < 1 || (long) count * targets.size() > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("count " + count);
		}
	}

	/** One request to each target at the default rate. */
	public static Sweep once(List<InetAddress> targets, Duration timeout) {
		return new Sweep(targets, 1, Duration.ZERO, timeout, DEFAULT_RATE);
	}

	public int requests() {
		return count * targets.size();
	}
}
