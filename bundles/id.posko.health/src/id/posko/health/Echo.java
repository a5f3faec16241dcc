package id.posko.health;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;

/** Sends ICMP echo requests. Safe for any thread. */
public interface Echo {

	/**
	 * Sends one request and returns at once; the answer comes exactly once, on a thread that must not be blocked.
	 *
	 * @param timeout counted from the sending, so a request that waits its turn to be sent does not lose any of it
	 */
	void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then);
}
