package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.transfer.backup.BackupRun.DumpFile;

/** Removes files whose time is over, each only if it is the one that was written down. */
final class Expiry {

	private final BackupRuns runs;
	private final Acts acts;
	private final Actor by;

	Expiry(BackupRuns runs, Acts acts, Actor by) {
		this.runs = runs;
		this.acts = acts;
		this.by = by;
	}

	/** What is not as it was written down stays where it is. */
	void remove(String name, List<BackupRun> expired) throws IOException {
		for (BackupRun run : expired) {
			for (DumpFile file : run.ending().orElseThrow().files()) {
				boolean isHere = !file.isRemoved() && !file.place().isEmpty();
				if (isHere && wrong(file).isEmpty()) {
					acts.done(by, "backup removed", name + " " + run.number(), file.place(), 1);
					Files.delete(Path.of(file.place()));
					runs.removed(run.number(), file.place());
				}
			}
		}
	}

	/** Reads the whole file. */
	static Optional<Reason> wrong(DumpFile file) throws IOException {
		Path path = Path.of(file.place());
		if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
			return Optional.of(Reason.of("missing", file.place()));
		}
		String found = ThisMachine.sha256(path);
		return found.equals(file.sha256()) ? Optional.empty()
				: Optional.of(Reason.of("changed", file.place(), file.sha256(), found));
	}
}
