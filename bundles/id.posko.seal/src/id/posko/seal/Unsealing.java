package id.posko.seal;

import java.nio.file.Path;

/** What became of opening a sealed file. */
public sealed interface Unsealing {

	/** It lies there, whole, byte for byte what was sealed. */
	record Opened(Path file, long size) implements Unsealing {
	}

	/** It gave nothing, and why. */
	record Refused(Flaw flaw) implements Unsealing {
	}

	/** There is a file of that name; it was not touched. */
	record Exists(Path file) implements Unsealing {
	}

	/** Somebody else writes the same file now. */
	record Busy(Path file) implements Unsealing {
	}

	/** No such file. */
	record NoFile(Path file) implements Unsealing {
	}

	/** No room; nothing is left there. */
	record Full(Path folder) implements Unsealing {
	}

	/** It can not be read or written, and why; nothing is left there. */
	record Failed(String reason) implements Unsealing {
	}
}
