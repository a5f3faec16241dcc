package id.posko.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * The key by which a machine is known.
 *
 * @param place as {@link #place} writes it
 * @param type {@code ssh-ed25519} …
 * @param blob the public key as SSH sends it (RFC 4253, 6.6)
 */
public record HostKey(String place, String type, byte[] blob) {

	static HostKey of(String place, PublicKey key) {
		return new HostKey(place, KeyType.fromKey(key).toString(), new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
	}

	/** As OpenSSH's known_hosts names a machine: {@code [host]:port}. */
	public static String place(String host, int port) {
		return "[" + host + "]:" + port;
	}

	/** {@code SHA256:…} as {@code ssh-keygen -l} shows it. */
	public String fingerprint() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
			return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	public boolean isSame(HostKey other) {
		return Arrays.equals(blob, other.blob);
	}

	/** As a line of known_hosts. */
	String line() {
		return place + " " + type + " " + Base64.getEncoder().encodeToString(blob) + "\n";
	}
}
