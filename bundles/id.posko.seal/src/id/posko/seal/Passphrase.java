package id.posko.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

import org.bouncycastle.crypto.generators.SCrypt;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;

/** A passphrase as the one who can open a file: the {@code scrypt} line of C2SP age.md, with r = 8 and p = 1. */
final class Passphrase implements RecipientStanzaReader, RecipientStanzaWriter {

	static final String KIND = "scrypt";
	/**
	 * What a try costs that we ask for: 2^17 blocks of 1 KiB, the least of OWASP's Password Storage Cheat Sheet; 128 MiB
	 * still find room beside an open window.
	 */
	static final int WORK = 17;
	/** What a try may cost that a file asks for, as {@code age -p} does: more could burn the machine. */
	static final int MOST_WORK = 18;
	private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
	private static final int SALT = 16;
	private static final int BODY = 32;
	private static final int KEY = 32;

	private final byte[] passphrase;

	/** @param passphrase UTF-8; the caller overwrites it when done */
	Passphrase(byte[] passphrase) {
		this.passphrase = passphrase;
	}

	private record Line(String getType, List<String> getArguments, byte[] getBody) implements RecipientStanza {
	}

	@Override
	public Iterable<RecipientStanza> getRecipientStanzas(FileKey key) throws GeneralSecurityException {
		byte[] salt = new byte[SALT];
		new SecureRandom().nextBytes(salt);
		List<String> arguments = List.of(Base64.getEncoder().withoutPadding().encodeToString(salt), Integer.toString(WORK));
		return List.of(new Line(KIND, arguments, new FileKeyEncryptorFactory().newFileKeyEncryptor()
				.getEncryptedFileKey(key, wrap(salt, WORK)).getEncoded()));
	}

	@Override
	public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
		Iterator<RecipientStanza> all = stanzas.iterator();
		RecipientStanza line = all.next();
		int work = work(line);
		byte[] salt = work == 0 ? new byte[0] : salt(line);
		if (all.hasNext() || salt.length != SALT || line.getBody().length != BODY) {
			throw new GeneralSecurityException("not a passphrase's line alone");
		}
		if (work > MOST_WORK) {
			throw new Opener.Refusal(new Flaw.TooHard(work, MOST_WORK));
		}
		return new FileKeyDecryptorFactory().newFileKeyDecryptor().getFileKey(new EncryptedFileKey(line.getBody()),
				wrap(salt, work));
	}

	private CipherKey wrap(byte[] salt, int work) {
		byte[] labelled = Arrays.copyOf(LABEL, LABEL.length + SALT);
		System.arraycopy(salt, 0, labelled, LABEL.length, SALT);
		return new CipherKey(SCrypt.generate(passphrase, labelled, 1 << work, 8, 1, KEY));
	}

	/** 0 if it is none. */
	private static int work(RecipientStanza line) {
		List<String> arguments = line.getArguments();
		return arguments.size() == 2 && arguments.get(1).matches("[1-9]\\d{0,8}") ? Integer.parseInt(arguments.get(1)) : 0;
	}

	/** Empty if it is none. */
	private static byte[] salt(RecipientStanza line) {
		try {
			return Base64.getDecoder().decode(line.getArguments().getFirst());
		} catch (IllegalArgumentException _) {
			return new byte[0];
		}
	}
}
