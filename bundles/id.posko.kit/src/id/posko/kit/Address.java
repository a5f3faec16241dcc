package id.posko.kit;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device answers: an IPv4 or IPv6 address or a host name (RFC 1123), with the TCP port of its service where
 * it has one: {@code 10.1.2.3}, {@code 10.1.2.3:1521}, {@code afis.example:22}, {@code fd00::5}, {@code [fd00::5]:22}.
 */
public record Address(String host, OptionalInt port) {

	private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.%]+)\\](?::(\\d{1,5}))?");
	private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]]+)(?::(\\d{1,5}))?");
	private static final Pattern DOTTED_NUMBERS = Pattern.compile("[\\d.]+");
	private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
	private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
	private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
	private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*\\.?");

	/** @throws IllegalArgumentException if the text is no address that one device can have */
	public static Address parse(String text) {
		return tryParse(text).orElseThrow(() -> new IllegalArgumentException(text));
	}

	/** Empty if the text is no address that one device can have (0.0.0.0 and group addresses are none). */
	public static Optional<Address> tryParse(String text) {
		if (text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[")) {
			return of(text, null);
		}
		Matcher parts = BRACKETED.matcher(text);
		if (parts.matches()) {
			return parts.group(1).contains(":") ? of(parts.group(1), parts.group(2)) : Optional.empty();
		}
		parts = PLAIN.matcher(text);
		return parts.matches() ? of(parts.group(1), parts.group(2)) : Optional.empty();
	}

	private static Optional<Address> of(String host, String portText) {
		int port = portText == null ? 0 : Integer.parseInt(portText);
		if (portText != null && (port < 1 || port > 65_535) || !isHost(host)) {
			return Optional.empty();
		}
		return Optional.of(new Address(host, portText == null ? OptionalInt.empty() : OptionalInt.of(port)));
	}

	private static boolean isHost(String host) {
		if (DOTTED_NUMBERS.matcher(host).matches() && !IPV4.matcher(host).matches()) {
			return false;
		}
		Optional<InetAddress> literal = literal(host);
		return literal.map(a -> !a.isAnyLocalAddress() && !a.isMulticastAddress() && !host.equals("255.255.255.255"))
				.orElseGet(() -> host.length() <= 253 && NAME.matcher(host).matches());
	}

	/** The address itself, if it is one and no name: nothing needs to be resolved. */
	public Optional<InetAddress> literal() {
		return literal(host);
	}

	private static Optional<InetAddress> literal(String host) {
		if (!IPV4.matcher(host).matches() && host.indexOf(':') < 0) {
			return Optional.empty();
		}
		try {
			return Optional.of(InetAddress.ofLiteral(host));
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		if (port.isEmpty()) {
			return host;
		}
		return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port.getAsInt();
	}
}
