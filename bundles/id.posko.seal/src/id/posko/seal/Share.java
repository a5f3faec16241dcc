package id.posko.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One of the two shares of a private key: the first is 32 random bytes, the second the key XOR these (a one-time pad),
 * so that each alone says nothing of the key and both together are it. Its text is what people keep: 16 groups of five
 * letters and digits, see {@link Groups}, of 40 bytes: form (1) and number, four of the public key's SHA-256, the 32,
 * and three of the SHA-256 of all that.
 */
public final class Share implements AutoCloseable {

	static final int LENGTH = 40;
	private static final int FORM = 1;
	private static final int KEY = 1;
	private static final int KEY_LENGTH = 4;
	private static final int PART = KEY + KEY_LENGTH;
	private static final int CHECK = PART + Identity.LENGTH;

	private final byte[] bytes;

	private Share(byte[] bytes) {
		this.bytes = bytes;
	}

	/** Both shares, by chance: another time the same key has others. */
	public static List<Share> split(Identity identity) {
		byte[] pad = new byte[Identity.LENGTH];
		new SecureRandom().nextBytes(pad);
		byte[] secret = identity.secret();
		xor(secret, pad);
		try {
			return List.of(of(1, identity.recipient(), pad), of(2, identity.recipient(), secret));
		} finally {
			Arrays.fill(pad, (byte) 0);
			Arrays.fill(secret, (byte) 0);
		}
	}

	private static Share of(int number, Recipient recipient, byte[] part) {
		byte[] bytes = new byte[LENGTH];
		bytes[0] = (byte) (FORM << 4 | number);
		System.arraycopy(mark(recipient), 0, bytes, KEY, KEY_LENGTH);
		System.arraycopy(part, 0, bytes, PART, Identity.LENGTH);
		System.arraycopy(check(bytes), 0, bytes, CHECK, LENGTH - CHECK);
		return new Share(bytes);
	}

	private static void xor(byte[] into, byte[] with) {
		for (int i = 0; i < into.length; i++) {
			into[i] ^= with[i];
		}
	}

	private static byte[] mark(Recipient recipient) {
		return Arrays.copyOf(sha256(recipient.text().getBytes(StandardCharsets.US_ASCII)), KEY_LENGTH);
	}

	private static byte[] check(byte[] bytes) {
		byte[] before = Arrays.copyOf(bytes, CHECK);
		try {
			return Arrays.copyOf(sha256(before), LENGTH - CHECK);
		} finally {
			Arrays.fill(before, (byte) 0);
		}
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Reads a share as it was typed: in groups or without spaces, small letters too; lines that begin with # are not it. */
	public static ShareReading read(CharSequence text) {
		List<String> groups = Groups.typed(text);
		List<Integer> wrong = Groups.wrong(groups);
		if (!wrong.isEmpty()) {
			return new ShareReading.Mistyped(wrong);
		}
		if (groups.size() != Groups.COUNT) {
			return new ShareReading.Incomplete(groups.size(), Groups.COUNT);
		}
		byte[] bytes = Groups.bytes(groups);
		boolean isWhole = Arrays.equals(check(bytes), Arrays.copyOfRange(bytes, CHECK, LENGTH));
		int number = bytes[0] & 0xf;
		return isWhole && bytes[0] >> 4 == FORM && (number == 1 || number == 2) ? new ShareReading.Read(new Share(bytes))
				: new ShareReading.NoShare();
	}

	/** The key of which these are the shares; they stay as they are. */
	public static Joining join(Share one, Share other) {
		if (!one.key().equals(other.key())) {
			return new Joining.OtherKeys(one.key(), other.key());
		}
		if (one.number() == other.number()) {
			return new Joining.SameNumber(one.number());
		}
		byte[] secret = Arrays.copyOfRange(one.bytes, PART, CHECK);
		byte[] with = Arrays.copyOfRange(other.bytes, PART, CHECK);
		xor(secret, with);
		Arrays.fill(with, (byte) 0);
		Identity identity = new Identity(secret);
		if (!Arrays.equals(mark(identity.recipient()), Arrays.copyOfRange(one.bytes, KEY, PART))) {
			identity.close();
			return new Joining.OtherSplit();
		}
		return new Joining.Joined(identity);
	}

	/** 1 or 2. */
	public int number() {
		return bytes[0] & 0xf;
	}

	/** Of which key: eight hexadecimal digits, the beginning of its public part's SHA-256. */
	public String key() {
		return HexFormat.of().formatHex(bytes, KEY, PART);
	}

	/** Four lines of four groups; the caller overwrites it when done. */
	public char[] text() {
		return Groups.text(bytes);
	}

	@Override
	public void close() {
		Arrays.fill(bytes, (byte) 0);
	}

	@Override
	public String toString() {
		return "Share " + number() + " of " + key();
	}
}
