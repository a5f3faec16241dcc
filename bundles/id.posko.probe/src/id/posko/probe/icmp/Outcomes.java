package id.posko.probe.icmp;

import java.net.InetAddress;

import id.posko.health.Cause;

/**
 * Takes what became of each request of a {@link Sweep}, exactly once for each number. Called on the pinger's own thread,
 * which must not be blocked. Request {@code r} is round {@code r / hosts} to target {@code r % hosts}.
 */
public interface Outcomes {

	/** An echo reply with our nonce and number came from the target's own address. */
	void replied(int request, long roundTripNanos);

	void silent(int request);

	/** @param code as in {@link id.posko.health.EchoAnswer.Refused} */
	void refused(int request, InetAddress responder, String code);

	/** The request could not be sent, or the answer could not be received: says nothing about the target. */
	void notSent(int request, Cause cause);
}
