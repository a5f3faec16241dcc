package id.posko.seal;

import java.nio.file.Path;

/** What became of reading a private key's file. */
public sealed interface KeyReading {

	/** Who asked closes it. */
	record Read(Identity identity) implements KeyReading {
	}

	/** It is sealed and was not opened, and why. */
	record Refused(Flaw flaw) implements KeyReading {
	}

	/** It holds no {@code AGE-SECRET-KEY-1…}. */
	record NoKey(Path file) implements KeyReading {
	}

	/** No such file. */
	record NoFile(Path file) implements KeyReading {
	}

	/** It can not be read, and why. */
	record Failed(String reason) implements KeyReading {
	}
}
