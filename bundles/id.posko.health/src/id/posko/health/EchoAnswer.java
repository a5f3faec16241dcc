package id.posko.health;

import java.net.InetAddress;
import java.time.Duration;

/** What became of one ICMP echo request; {@code method} says by which way it was sent. */
public sealed interface EchoAnswer {

	String method();

	/** An echo reply with our id, sequence and payload from the target's own address. */
	record Replied(Duration roundTrip, InetAddress responder, String method) implements EchoAnswer {
	}

	/** Nothing came within the time-out. */
	record Silent(Duration waited, String method) implements EchoAnswer {
	}

	/**
	 * A host on the way (or this machine itself) says that the target can not be reached. The cause's code is one of
	 * {@code net_unreachable, host_unreachable, protocol_unreachable, port_unreachable, prohibited, ttl_exceeded}.
	 */
	record Refused(InetAddress responder, Cause cause, String method) implements EchoAnswer {
	}

	/** The request could not be sent: says nothing about the target. */
	record NotSent(Cause cause, String method) implements EchoAnswer {
	}
}
