package id.posko.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.BackupRuns;

/** Runs of backups, kept as long as a test takes. */
final class BackupsInMemory implements BackupRuns {

	private final List<BackupRun> all = new ArrayList<>();

	private BackupRun put(BackupRun run) {
		all.set((int) run.number() - 1, run);
		return run;
	}

	private BackupRun get(long number) {
		return all.get((int) number - 1);
	}

	@Override
	public synchronized long begin(String definition, Instant at, String by) {
		all.add(new BackupRun(all.size() + 1, definition, at, by, Optional.empty(), Optional.empty()));
		return all.size();
	}

	@Override
	public synchronized void end(long number, Ending ending) {
		BackupRun is = get(number);
		put(new BackupRun(number, is.definition(), is.began(), is.by(), Optional.of(ending), is.drill()));
	}

	@Override
	public synchronized void drilled(long number, Drill drill) {
		BackupRun is = get(number);
		put(new BackupRun(number, is.definition(), is.began(), is.by(), is.ending(), Optional.of(drill)));
	}

	@Override
	public synchronized void removed(long number, String place) {
		BackupRun is = get(number);
		Ending ending = is.ending().orElseThrow();
		List<DumpFile> files = ending.files().stream().map(file -> file.place().equals(place)
				? new DumpFile(file.origin(), place, file.bytes(), file.modified(), file.sha256(), true) : file).toList();
		put(new BackupRun(number, is.definition(), is.began(), is.by(), Optional.of(new Ending(ending.at(), ending.took(),
				ending.exit(), ending.lastLine(), ending.verdict(), files)), is.drill()));
	}

	@Override
	public synchronized Optional<BackupRun> find(long number) {
		return number >= 1 && number <= all.size() ? Optional.of(get(number)) : Optional.empty();
	}

	@Override
	public synchronized List<BackupRun> of(String definition) {
		return all.stream().filter(run -> run.definition().equals(definition)).toList();
	}
}
