package id.posko.probe.icmp;

import java.net.InetAddress;

/**
 * The two families of ICMP (RFC 792, RFC 4443) and the numbers that Linux gives to their parts (ip(7), ipv6(7)):
 * {@code errorLevel} and {@code errorOption} are IP_RECVERR and IPV6_RECVERR.
 */
enum Family {
	V4(2, 1, 8, 0, 0, 11, "127.0.0.1"), V6(10, 58, 128, 129, 41, 25, "::1");

	final int domain;
	final int protocol;
	final int request;
	final int reply;
	final int errorLevel;
	final int errorOption;
	/** Named as the responder where this machine itself says that a target can not be reached. */
	final InetAddress thisMachine;

	Family(int domain, int protocol, int request, int reply, int errorLevel, int errorOption, String thisMachine) {
		this.domain = domain;
		this.protocol = protocol;
		this.request = request;
		this.reply = reply;
		this.errorLevel = errorLevel;
		this.errorOption = errorOption;
		this.thisMachine = InetAddress.ofLiteral(thisMachine);
	}
}
