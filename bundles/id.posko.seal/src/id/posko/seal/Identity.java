package id.posko.seal;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;

/** A private key that opens what was sealed to its {@link #recipient}; closing it overwrites it. */
public final class Identity implements AutoCloseable {

	/** Bytes of a key. */
	static final int LENGTH = 32;
	private static final String KIND = "AGE-SECRET-KEY-";

	private final byte[] secret;
	private final Recipient recipient;

	/** @param secret is kept, and overwritten when this is closed */
	Identity(byte[] secret) {
		this.secret = secret;
		recipient = publicPart(text());
	}

	/** A new one. */
	public static Identity make() {
		byte[] secret = new byte[LENGTH];
		new SecureRandom().nextBytes(secret);
		return new Identity(secret);
	}

	/** Reads {@code AGE-SECRET-KEY-1…}; empty if it is none. */
	public static Optional<Identity> parse(CharSequence text) {
		try {
			Bech32Address address = Bech32.getDecoder().decode(text);
			return KIND.contentEquals(address.getHumanReadablePart()) && address.getData().length == LENGTH
					? Optional.of(new Identity(address.getData())) : Optional.empty();
		} catch (IllegalArgumentException | IndexOutOfBoundsException _) {
			return Optional.empty();
		}
	}

	private static Recipient publicPart(char[] text) {
		byte[] ascii = StandardCharsets.US_ASCII.encode(CharBuffer.wrap(text)).array();
		try {
			byte[] key = new X25519KeyFactory().translateKey(new SecretKeySpec(ascii, 0, text.length, "X25519")).getEncoded();
			return new Recipient(new String(key, StandardCharsets.US_ASCII));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		} finally {
			Arrays.fill(ascii, (byte) 0);
			Arrays.fill(text, '\0');
		}
	}

	public Recipient recipient() {
		return recipient;
	}

	/** {@code AGE-SECRET-KEY-1…}; the caller overwrites it when done. */
	public char[] text() {
		CharSequence text = Bech32.getEncoder().encode(KIND, secret);
		char[] copy = new char[text.length()];
		for (int i = 0; i < copy.length; i++) {
			copy[i] = text.charAt(i);
		}
		return copy;
	}

	/** A copy, which the caller overwrites when done. */
	byte[] secret() {
		return secret.clone();
	}

	RecipientStanzaReader reader() {
		char[] text = text();
		try {
			return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(CharBuffer.wrap(text));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		} finally {
			Arrays.fill(text, '\0');
		}
	}

	@Override
	public void close() {
		Arrays.fill(secret, (byte) 0);
	}

	@Override
	public String toString() {
		return "Identity of " + recipient;
	}
}
