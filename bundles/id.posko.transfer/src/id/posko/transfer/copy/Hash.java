package id.posko.transfer.copy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4). */
final class Hash {

	static final int OCTETS = 32;
	private static final int PORTION = 1 << 16;

	private Hash() {
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Of what remains; leaves the buffer as it is. */
	static byte[] of(ByteBuffer content) {
		MessageDigest digest = digest();
		update(digest, content);
		return digest.digest();
	}

	/** In portions of an array: direct buffers are slow with digests. */
	static void update(MessageDigest digest, ByteBuffer content) {
		ByteBuffer rest = content.duplicate();
		byte[] portion = new byte[Math.min(PORTION, rest.remaining())];
		while (rest.hasRemaining()) {
			int length = Math.min(portion.length, rest.remaining());
			rest.get(portion, 0, length);
			digest.update(portion, 0, length);
		}
	}
}
