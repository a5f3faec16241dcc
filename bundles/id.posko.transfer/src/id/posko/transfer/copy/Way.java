package id.posko.transfer.copy;

/** From where a read-back came; the later, the less it proves. */
public enum Way {
	/** Past the page cache: what the device gave (O_DIRECT, FILE_FLAG_NO_BUFFERING). */
	DIRECT,
	/** The system was asked to drop its cache first, and may not have done so (POSIX_FADV_DONTNEED). */
	DROPPED,
	/** It may have come from the cache alone. */
	CACHED;

	Way or(Way other) {
		return compareTo(other) > 0 ? this : other;
	}
}
