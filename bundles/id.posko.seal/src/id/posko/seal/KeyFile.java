package id.posko.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;

/**
 * A private key's file: as {@code age-keygen} writes it, sealed by a passphrase as {@code age -p} does (scrypt), so
 * that {@code age -d -i FILE} asks for the passphrase and takes it.
 */
public final class KeyFile {

	private static final int LONGEST = 1 << 16;
	private static final byte[] SEALED = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);

	private KeyFile() {
	}

	/**
	 * Seals a key into a new file that nobody but this user may read.
	 *
	 * @throws FileAlreadyExistsException
	 *             if there is a file of that name
	 * @throws IOException
	 *             if it can not be written; then there is none
	 */
	public static void write(Path file, Identity identity, char[] passphrase) throws IOException {
		char[] secret = identity.text();
		byte[] octets = octets(passphrase);
		try (Draft draft = new Draft(file, true)) {
			draft.write(ByteBuffer.wrap(sealed(identity, secret, octets)));
			draft.flush();
			draft.keep();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		} finally {
			Arrays.fill(secret, '\0');
			Arrays.fill(octets, (byte) 0);
		}
	}

	private static byte[] sealed(Identity identity, char[] secret, byte[] passphrase)
			throws IOException, GeneralSecurityException {
		ByteArrayOutputStream sealed = new ByteArrayOutputStream();
		byte[] line = octets(secret);
		try (WritableByteChannel to = new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(sealed),
				List.of(new Passphrase(passphrase)))) {
			to.write(StandardCharsets.US_ASCII.encode("# public key: " + identity.recipient() + "\n"));
			to.write(ByteBuffer.wrap(line));
			to.write(StandardCharsets.US_ASCII.encode("\n"));
		} finally {
			Arrays.fill(line, (byte) 0);
		}
		return sealed.toByteArray();
	}

	/** Whether a passphrase is needed to read it. */
	public static boolean isSealed(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return Arrays.equals(in.readNBytes(SEALED.length), SEALED);
		}
	}

	/** @param passphrase not looked at if the file is not sealed; the caller overwrites it when done */
	public static KeyReading read(Path file, char[] passphrase) {
		if (!Files.isRegularFile(file)) {
			return new KeyReading.NoFile(file);
		}
		byte[] octets = octets(passphrase);
		byte[] text = {};
		try {
			byte[] all;
			try (InputStream in = Files.newInputStream(file)) {
				all = in.readNBytes(LONGEST);
			}
			text = isSealed(file) ? opened(all, octets) : all;
			return identity(text).<KeyReading>map(KeyReading.Read::new).orElseGet(() -> new KeyReading.NoKey(file));
		} catch (BadSeal bad) {
			return new KeyReading.Refused(bad.flaw());
		} catch (IOException e) {
			return new KeyReading.Failed(Sealer.reason(e));
		} finally {
			Arrays.fill(octets, (byte) 0);
			Arrays.fill(text, (byte) 0);
		}
	}

	private static byte[] opened(byte[] sealed, byte[] passphrase) throws IOException {
		try (Unsealed plain = new Unsealed(Channels.newChannel(new ByteArrayInputStream(sealed)),
				Opener.of(new Passphrase(passphrase)))) {
			return plain.readAllBytes();
		}
	}

	/** The first line that is a key. */
	private static Optional<Identity> identity(byte[] text) {
		CharBuffer all = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(text));
		try {
			int start = 0;
			while (start < all.length()) {
				int end = start;
				while (end < all.length() && !Character.isWhitespace(all.get(end))) {
					end++;
				}
				Optional<Identity> found = Identity.parse(all.subSequence(start, end));
				if (found.isPresent()) {
					return found;
				}
				start = end + 1;
			}
			return Optional.empty();
		} finally {
			Arrays.fill(all.array(), '\0');
		}
	}

	private static byte[] octets(char[] text) {
		ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
		byte[] octets = Arrays.copyOf(encoded.array(), encoded.limit());
		Arrays.fill(encoded.array(), (byte) 0);
		return octets;
	}
}
