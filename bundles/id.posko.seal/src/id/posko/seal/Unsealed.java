package id.posko.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

import javax.crypto.spec.IvParameterSpec;

import com.exceptionfactory.jagged.framework.crypto.ByteBufferCipherFactory;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.StandardByteBufferCipherFactory;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;

/**
 * The plain bytes of a sealed file (age v1, C2SP age.md): chunks of 64 KiB, of which each is given only when its tag
 * is right. Only who reads it to its end knows that it is whole. {@link BadSeal} says what is wrong with it.
 */
final class Unsealed extends InputStream {

	static final int PLAIN = 1 << 16;
	private static final int TAG = 16;
	private static final int CHUNK = PLAIN + TAG;
	private static final int COUNTER = 11;
	private static final String VERSION = "age-encryption.org/v1\n";
	private static final String ANY_VERSION = "age-encryption.org/";
	private static final String ARMOR = "-----BEGIN AGE ENCRYPTED FILE-----";

	private final ReadableByteChannel from;
	private final ByteBufferCipherFactory ciphers = new StandardByteBufferCipherFactory();
	/** A chunk and one byte more, if there is any: then it is not the last. */
	private final ByteBuffer sealed = ByteBuffer.allocate(CHUNK + 1);
	private final ByteBuffer plain = ByteBuffer.allocate(PLAIN).limit(0);
	private final byte[] nonce = new byte[COUNTER + 1];
	private final CipherKey key;
	private long at;
	private boolean isOver;
	/** Said again at every later reading: readers of what is in it take some faults for its end. */
	private Flaw flaw;

	/** @param from is closed with this */
	Unsealed(ReadableByteChannel from, Opener opener) throws IOException {
		this.from = from;
		fill();
		String start = new String(sealed.array(), 0, sealed.limit(), StandardCharsets.ISO_8859_1);
		if (!start.startsWith(VERSION)) {
			throw new BadSeal(other(start));
		}
		key = key(opener, start);
		at = sealed.position();
		sealed.compact();
		fill();
		if (!sealed.hasRemaining()) {
			throw new BadSeal(new Flaw.Damaged(Flaw.Damage.CUT, at));
		}
	}

	private static Flaw other(String start) {
		if (start.startsWith(ARMOR)) {
			return new Flaw.Unsupported(List.of("armor"));
		}
		if (!start.isEmpty() && VERSION.startsWith(start)) {
			return new Flaw.Damaged(Flaw.Damage.CUT, start.length());
		}
		return start.matches("(?s)" + ANY_VERSION + "v\\d{1,3}\n.*")
				? new Flaw.Unsupported(List.of(start.substring(ANY_VERSION.length(), start.indexOf('\n')))) : new Flaw.NotSealed();
	}

	private CipherKey key(Opener opener, String start) throws IOException {
		try {
			return new StandardPayloadKeyReader().getPayloadKey(sealed, List.of(opener));
		} catch (Opener.Refusal refusal) {
			throw new BadSeal(refusal.flaw());
		} catch (GeneralSecurityException | BufferUnderflowException | BufferOverflowException
				| IllegalArgumentException _) {
			boolean isShort = start.length() <= CHUNK && !start.matches("(?s).*\n--- [^\n]*\n.{16}.*");
			throw new BadSeal(new Flaw.Damaged(isShort ? Flaw.Damage.CUT : Flaw.Damage.HEADER, isShort ? start.length() : 0));
		}
	}

	private void fill() throws IOException {
		while (sealed.hasRemaining() && from.read(sealed) >= 0) {
			// on
		}
		sealed.flip();
	}

	/** @return false at the end */
	private boolean hasNext() throws IOException {
		if (flaw != null) {
			throw new BadSeal(flaw);
		}
		while (!plain.hasRemaining() && !isOver) {
			isOver = sealed.limit() <= CHUNK;
			int length = Math.min(sealed.limit(), CHUNK);
			nonce[COUNTER] = (byte) (isOver ? 1 : 0);
			if (!open(length)) {
				flaw = new Flaw.Damaged(damage(length), at);
			} else if (isOver && !plain.hasRemaining() && !isFirst()) {
				flaw = new Flaw.Damaged(Flaw.Damage.CHANGED, at);
			}
			if (flaw != null) {
				throw new BadSeal(flaw);
			}
			count();
			at += length;
			sealed.position(length).compact();
			fill();
		}
		return plain.hasRemaining();
	}

	private boolean open(int length) {
		plain.clear();
		try {
			ByteBuffer chunk = sealed.duplicate().position(0).limit(length);
			ciphers.newByteBufferDecryptor(key, new IvParameterSpec(nonce)).decrypt(chunk, plain);
			plain.flip();
			return true;
		} catch (GeneralSecurityException _) {
			plain.clear().limit(0);
			return false;
		}
	}

	/** Of a chunk whose tag is not right as it stands: whether it is, taken for the last one, or for not the last. */
	private Flaw.Damage damage(int length) {
		if (length < TAG) {
			return Flaw.Damage.CUT;
		}
		if (length < CHUNK) {
			return Flaw.Damage.END;
		}
		nonce[COUNTER] ^= 1;
		boolean isElsewhere = open(length);
		plain.clear().limit(0);
		return !isElsewhere ? Flaw.Damage.CHANGED : isOver ? Flaw.Damage.CUT : Flaw.Damage.ADDED;
	}

	private boolean isFirst() {
		for (int i = 0; i < COUNTER; i++) {
			if (nonce[i] != 0) {
				return false;
			}
		}
		return true;
	}

	private void count() {
		int i = COUNTER - 1;
		while (++nonce[i] == 0) {
			i--;
		}
	}

	@Override
	public int read() throws IOException {
		return hasNext() ? plain.get() & 0xff : -1;
	}

	@Override
	public int read(byte[] to, int offset, int length) throws IOException {
		if (length == 0 || !hasNext()) {
			return length == 0 ? 0 : -1;
		}
		int most = Math.min(length, plain.remaining());
		plain.get(to, offset, most);
		return most;
	}

	/** What of it is there without reading on; more than 0 unless it is at its end. */
	@Override
	public int available() throws IOException {
		return hasNext() ? plain.remaining() : 0;
	}

	/** Byte of the sealed file up to which it is read. */
	long at() {
		return at;
	}

	@Override
	public void close() throws IOException {
		if (key != null) {
			key.destroy();
		}
		from.close();
	}
}
