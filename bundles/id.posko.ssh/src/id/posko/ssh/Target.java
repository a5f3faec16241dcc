package id.posko.ssh;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A machine, and as whom to enter it. The host key is pinned to {@code host} as the office writes it and the port.
 *
 * @param secret name of the password, or with a key of the key's passphrase, in {@link id.posko.kit.Secrets}
 * @param key name there of a private key (OpenSSH, PEM or PuTTY text); then no password is ever sent
 */
public record Target(String host, InetAddress address, int port, String user, Optional<String> secret,
		Optional<String> key) {

	public static final int PORT = 22;

	/** For its host key only. */
	public static Target of(String host, InetAddress address, int port) {
		return new Target(host, address, port, "", Optional.empty(), Optional.empty());
	}

	/** {@code user@host:port} */
	String entry() {
		return user + "@" + place();
	}

	/** As {@link HostKey} names it. */
	String place() {
		return HostKey.place(host, port);
	}
}
