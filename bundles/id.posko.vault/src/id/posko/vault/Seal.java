package id.posko.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in GCM (NIST SP 800-38D): a nonce of 96 random bits, the sealed text, a tag of 128 bits; the header before
 * them is bound too. Whoever lacks the key can neither read nor change anything unnoticed, not even leave a part out.
 */
final class Seal {

	static final int KEY_BYTES = 32;

	private static final byte[] HEADER = { 'P', 'O', 'S', 'K', 'O', 'S', 'E', 'C', 1 };
	private static final int NONCE_BYTES = 12;
	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;
	private final SecureRandom random = new SecureRandom();

	Seal(byte[] key) {
		this.key = new SecretKeySpec(key, "AES");
	}

	byte[] seal(byte[] plain) {
		byte[] nonce = new byte[NONCE_BYTES];
		random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
			return ByteBuffer.allocate(HEADER.length + NONCE_BYTES + sealed.length).put(HEADER).put(nonce).put(sealed)
					.array();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Empty if this key did not seal exactly these bytes. */
	Optional<byte[]> open(byte[] file) {
		int start = HEADER.length + NONCE_BYTES;
		if (file.length < start + TAG_BITS / 8 || !ByteBuffer.wrap(file, 0, HEADER.length).equals(ByteBuffer.wrap(HEADER))) {
			return Optional.empty();
		}
		byte[] nonce = new byte[NONCE_BYTES];
		System.arraycopy(file, HEADER.length, nonce, 0, NONCE_BYTES);
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(file, start, file.length - start));
		} catch (AEADBadTagException _) {
			return Optional.empty();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(HEADER);
		return cipher;
	}
}
