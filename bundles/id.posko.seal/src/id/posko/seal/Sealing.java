package id.posko.seal;

import java.nio.file.Path;

/** What became of sealing a file. */
public sealed interface Sealing {

	/**
	 * It lies there, whole, on the medium.
	 *
	 * @param size
	 *            bytes of the sealed file
	 * @param sha256
	 *            of the sealed file, as 64 hexadecimal digits
	 * @param plainSize
	 *            bytes that were sealed
	 */
	record Sealed(Path file, long size, String sha256, long plainSize, boolean isCompressed) implements Sealing {
	}

	/** There is a file of that name; it was not touched. */
	record Exists(Path file) implements Sealing {
	}

	/** Somebody else writes the same file now. */
	record Busy(Path file) implements Sealing {
	}

	/** No such file. */
	record NoFile(Path file) implements Sealing {
	}

	/** It was written to while it was sealed. */
	record Moving(Path file) implements Sealing {
	}

	/** No room; nothing is left there. */
	record Full(Path folder) implements Sealing {
	}

	/** It can not be read or written, and why; nothing is left there. */
	record Failed(String reason) implements Sealing {
	}
}
