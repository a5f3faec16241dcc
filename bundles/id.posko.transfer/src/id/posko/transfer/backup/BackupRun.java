package id.posko.transfer.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a backup was made. {@code ending} is empty while it runs, or if the console ended before it; the drill
 * is the last one.
 */
public record BackupRun(long number, String definition, Instant began, String by, Optional<Ending> ending,
		Optional<Drill> drill) {

	/**
	 * How it ended.
	 *
	 * @param exit -1 if the command did not come to its end
	 * @param lastLine of its log; "" if there is none
	 */
	public record Ending(Instant at, Duration took, int exit, String lastLine, Verdict verdict, List<DumpFile> files) {

		public Ending {
			files = List.copyOf(files);
		}

		public long bytes() {
			return files.stream().mapToLong(DumpFile::bytes).sum();
		}
	}

	/**
	 * A file of the dump.
	 *
	 * @param origin where the command has made it
	 * @param place where it lies on this machine; "" if it was not brought here
	 * @param modified as it lies there
	 * @param sha256 64 hexadecimal digits; "" if it could not be read
	 * @param isRemoved whether its time was over
	 */
	public record DumpFile(String origin, String place, long bytes, Instant modified, String sha256, boolean isRemoved) {
	}

	/** A try to restore it. */
	public record Drill(Instant at, String by, Duration took, int exit, String lastLine, Verdict verdict) {
	}

	public boolean isGood() {
		return ending.filter(is -> is.verdict().isGood()).isPresent();
	}

	/** Whether it was restored: then it is good, however it looked. */
	public boolean isRestored() {
		return drill.filter(is -> is.verdict().isGood()).isPresent();
	}
}
