package id.posko.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;

/** A hash that manifests are made with (RFC 8493, section 2.4); MD5 and SHA-1 are read, and not to be relied on. */
public enum Algorithm {

	MD5("MD5", 16), SHA1("SHA-1", 20), SHA224("SHA-224", 28), SHA256("SHA-256", 32), SHA384("SHA-384", 48),
	SHA512("SHA-512", 64);

	private final String name;
	private final int octets;

	Algorithm(String name, int octets) {
		this.name = name;
		this.octets = octets;
	}

	/** By the part of a manifest's name that names it, such as sha256. */
	public static Optional<Algorithm> of(String word) {
		return Stream.of(values()).filter(algorithm -> algorithm.word().equals(word)).findFirst();
	}

	/** Its part of a manifest's name: sha256 */
	public String word() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	MessageDigest digest() {
		try {
			return MessageDigest.getInstance(name);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	int octets() {
		return octets;
	}

	/** Whether somebody could make another file with the same hash; no bag is made with it. */
	public boolean isWeak() {
		return this == MD5 || this == SHA1;
	}
}
