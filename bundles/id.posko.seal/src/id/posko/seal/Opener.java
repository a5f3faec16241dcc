package id.posko.seal;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;

/**
 * Finds the key of one sealed file, and the reason if it finds none.
 *
 * @param kind
 *            of the lines of the file's header that its reader knows
 * @param wrong
 *            why, if none of them opens
 */
record Opener(String kind, RecipientStanzaReader reader, Flaw wrong) implements RecipientStanzaReader {

	private static final String KEYS = "X25519";

	/** Says why, through code that knows only its own kind of faults. */
	static final class Refusal extends GeneralSecurityException {

		private static final long serialVersionUID = 1L;

		private final transient Flaw flaw;

		Refusal(Flaw flaw) {
			super(flaw.toString());
			this.flaw = flaw;
		}

		Flaw flaw() {
			return flaw;
		}
	}

	static Opener of(Identity identity) {
		return new Opener(KEYS, identity.reader(), new Flaw.WrongKey());
	}

	static Opener of(Passphrase passphrase) {
		return new Opener(Passphrase.KIND, passphrase, new Flaw.WrongPassphrase());
	}

	@Override
	public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
		List<String> kinds = new ArrayList<>();
		stanzas.forEach(stanza -> kinds.add(stanza.getType()));
		if (!kinds.contains(kind)) {
			throw new Refusal(new Flaw.Unsupported(kinds.stream().distinct().toList()));
		}
		try {
			return reader.getFileKey(stanzas);
		} catch (Refusal refusal) {
			throw refusal;
		} catch (GeneralSecurityException _) {
			throw new Refusal(wrong);
		}
	}
}
