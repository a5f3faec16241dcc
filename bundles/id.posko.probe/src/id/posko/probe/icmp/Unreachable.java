package id.posko.probe.icmp;

import java.net.InetAddress;

/** Someone says that a target can not be reached; codes as in {@link id.posko.health.EchoAnswer.Refused}. */
record Unreachable(String code, InetAddress responder) {

	/** RFC 792, RFC 1812 5.2.7; null if it says nothing about reachability. */
	static String ofIcmp(int type, int code) {
		return switch (type) {
		case 3 -> switch (code) {
			case 0, 6, 11 -> "net_unreachable";
			case 2 -> "protocol_unreachable";
			case 3 -> "port_unreachable";
			case 4 -> null;
			case 9, 10, 13, 14, 15 -> "prohibited";
			default -> "host_unreachable";
			};
		case 11 -> "ttl_exceeded";
		case 12 -> "protocol_unreachable";
		default -> null;
		};
	}

	/** RFC 4443 3; null if it says nothing about reachability. */
	static String ofIcmp6(int type, int code) {
		return switch (type) {
		case 1 -> switch (code) {
			case 0, 2 -> "net_unreachable";
			case 1, 5, 6, 7 -> "prohibited";
			case 4 -> "port_unreachable";
			default -> "host_unreachable";
			};
		case 3 -> "ttl_exceeded";
		case 4 -> "protocol_unreachable";
		default -> null;
		};
	}

	/** What the routes of this machine say; null if the error is not about the way to the target. */
	static String ofErrno(int errno) {
		return switch (errno) {
		case Libc.ENETUNREACH, Libc.ENETDOWN, Libc.EINVAL, Libc.EADDRNOTAVAIL -> "net_unreachable";
		case Libc.EHOSTUNREACH, Libc.EHOSTDOWN -> "host_unreachable";
		case Libc.EACCES, Libc.EPERM -> "prohibited";
		default -> null;
		};
	}
}
