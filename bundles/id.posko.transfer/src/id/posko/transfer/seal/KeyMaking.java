package id.posko.transfer.seal;

import java.nio.file.Path;

import id.posko.seal.Recipient;

/** What became of keeping a private key in a file of its own. */
public sealed interface KeyMaking {

	/** @param file sealed by the passphrase */
	record Made(Recipient recipient, Path file) implements KeyMaking {
	}

	/** There is a file of that name; it was not touched. */
	record Exists(Path file) implements KeyMaking {
	}

	/** The passphrase has less characters than that. */
	record TooShort(int least) implements KeyMaking {
	}
}
