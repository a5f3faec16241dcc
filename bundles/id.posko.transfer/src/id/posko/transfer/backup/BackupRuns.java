package id.posko.transfer.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the runs of backups; implemented where the data folder's tables are. */
public interface BackupRuns {

	/** A new run, which has not ended; its number. */
	long begin(String definition, Instant at, String by) throws IOException;

	void end(long number, BackupRun.Ending ending) throws IOException;

	/** Adds one; the last one counts. */
	void drilled(long number, BackupRun.Drill drill) throws IOException;

	/** The file lies there no more. */
	void removed(long number, String place) throws IOException;

	Optional<BackupRun> find(long number) throws IOException;

	/** Of a definition, the newest last. */
	List<BackupRun> of(String definition) throws IOException;
}
