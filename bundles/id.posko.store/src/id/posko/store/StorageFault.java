package id.posko.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.h2.api.ErrorCode;

/** What can be wrong with the storage of our data, told from what the system and the database said. */
enum StorageFault {
	/** The program was not told which folder. */
	NOT_NAMED,
	/** The database can not take the folder's name. */
	BAD_NAME,
	/** Not allowed to make, read or write it. */
	NO_ACCESS,
	/** No space left. */
	FULL,
	/** What is there can not be read as what it should be. */
	DAMAGED,
	/** Reading or writing failed for another reason. */
	BROKEN;

	private static final long NEARLY_NOTHING = 1 << 20;
	private static final int MOST = 100;

	/** The failed reading or writing behind an exception; empty if there is none and the fault is in the program. */
	static Optional<IOException> of(Throwable thrown) {
		Set<Throwable> behind = new LinkedHashSet<>();
		collect(thrown, behind);
		Optional<IOException> failed = behind.stream().filter(IOException.class::isInstance)
				.map(IOException.class::cast).reduce((_, deeper) -> deeper);
		return failed.isPresent() ? failed : behind.stream().filter(SQLException.class::isInstance).map(SQLException.class::cast)
				.filter(e -> saysStorage(e.getErrorCode())).findFirst().map(e -> new IOException(e.getMessage(), e));
	}

	/** Depth first: the last is the deepest of the last chain. A failed batch has its reason beside it. */
	private static void collect(Throwable thrown, Set<Throwable> behind) {
		if (thrown != null && behind.size() < MOST && behind.add(thrown)) {
			collect(thrown.getCause(), behind);
			Arrays.stream(thrown.getSuppressed()).forEach(other -> collect(other, behind));
			if (thrown instanceof SQLException e) {
				collect(e.getNextException(), behind);
			}
		}
	}

	private static boolean saysStorage(int code) {
		return switch (code) {
			case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_CLOSED,
					ErrorCode.FILE_CORRUPTED_1, ErrorCode.DATABASE_ALREADY_OPEN_1 -> true;
			default -> false;
		};
	}

	/** @param folder where it happened */
	static StorageFault kind(IOException fault, Path folder) {
		return switch (fault) {
			case AccessDeniedException _ -> NO_ACCESS;
			case SchemaVersion.DamagedException _, EOFException _ -> DAMAGED;
			case IOException e when e.getCause() instanceof SQLException said
					&& said.getErrorCode() == ErrorCode.FILE_CORRUPTED_1 -> DAMAGED;
			case IOException _ -> hasSpace(folder) ? BROKEN : FULL;
		};
	}

	private static boolean hasSpace(Path folder) {
		try {
			return Files.getFileStore(folder).getUsableSpace() >= NEARLY_NOTHING;
		} catch (IOException _) {
			return true;
		}
	}
}
