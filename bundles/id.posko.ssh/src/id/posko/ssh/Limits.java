package id.posko.ssh;

import java.time.Duration;

/**
 * How long each stage may take, how long a connection is kept without use and how many of these are, how long a login
 * rests that was not answered, how many bytes of each of a command's two outputs are taken, and after how long without
 * its end the server of a long command is asked whether it is still there.
 */
record Limits(Duration connect, Duration banner, Duration keyExchange, Duration login, Duration idle, int kept,
		Duration rest, int output, Duration quiet) {

	/** A satellite line needs three round trips of 600 ms for the key exchange; an old PC computes for seconds. A kept
	 * connection costs a thread and 270 KiB. */
	static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10),
			Duration.ofSeconds(10), Duration.ofSeconds(150), 200, Duration.ofMinutes(10), 256 * 1024,
			Duration.ofSeconds(30));
}
