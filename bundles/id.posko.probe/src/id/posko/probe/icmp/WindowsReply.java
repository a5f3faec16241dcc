package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.time.Duration;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/**
 * What iphlpapi.dll left in its reply buffer: ICMP_ECHO_REPLY and ICMPV6_ECHO_REPLY of ipexport.h, 64 bit. Constructed
 * from documentation; never run here.
 */
record WindowsReply(Family family, MemorySegment buffer) {

	static final String METHOD = "icmp-dll";
	static final int V4_SIZE = 40;
	static final int V6_SIZE = 36;

	private static final ValueLayout.OfInt INT_BE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final ValueLayout.OfLong LONG_BE = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final int TIMED_OUT = 11010;

	InetAddress responder() {
		return family == Family.V4 ? Targets.address(0, Targets.mapped(buffer.get(INT_BE, 0)))
				: Targets.address(buffer.get(LONG_BE, 6), buffer.get(LONG_BE, 14));
	}

	int status() {
		return buffer.get(JAVA_INT, family == Family.V4 ? 4 : 28);
	}

	/** Bytes that came back; −1 for IPv6, which does not say. */
	int dataSize() {
		return family == Family.V4 ? Short.toUnsignedInt(buffer.get(JAVA_SHORT, 12)) : -1;
	}

	/**
	 * @param replies   what the call returned
	 * @param lastError GetLastError after it, if it returned 0
	 * @param roundTrip measured around the call, since Windows tells whole milliseconds only
	 */
	EchoAnswer judge(int replies, int lastError, InetAddress target, int sentBytes, Duration roundTrip,
			Duration timeout) {
		int status = replies > 0 ? status() : lastError;
		if (status == 0 && replies > 0) {
			boolean whole = responder().equals(target) && (family == Family.V6 || dataSize() == sentBytes);
			return whole && roundTrip.compareTo(timeout) <= 0 ? new EchoAnswer.Replied(roundTrip, target, METHOD)
					: new EchoAnswer.Silent(timeout, METHOD);
		}
		if (status == TIMED_OUT) {
			return new EchoAnswer.Silent(timeout, METHOD);
		}
		String code = code(status);
		if (code == null) {
			return new EchoAnswer.NotSent(Cause.of("check_failed", "IP_STATUS " + status), METHOD);
		}
		InetAddress named = replies > 0 ? responder() : family.thisMachine;
		InetAddress who = named.isAnyLocalAddress() ? family.thisMachine : named;
		return new EchoAnswer.Refused(who, Cause.of(code, who.getHostAddress()), METHOD);
	}

	/** IP_STATUS of ipexport.h, and what WinError.h says where no packet left. */
	private String code(int status) {
		return switch (status) {
		case 11002, 11018, 1231 -> "net_unreachable";
		case 11003, 1232 -> "host_unreachable";
		case 11004 -> family == Family.V4 ? "protocol_unreachable" : "prohibited";
		case 11005, 1234 -> "port_unreachable";
		case 11013, 11014 -> "ttl_exceeded";
		case 11015, 1233 -> "protocol_unreachable";
		default -> null;
		};
	}
}
