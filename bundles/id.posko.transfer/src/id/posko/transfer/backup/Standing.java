package id.posko.transfer.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.Definitions.Defined;

/** How it stands with one backup. @param runs the newest last */
public record Standing(Defined defined, List<BackupRun> runs, boolean isRunning) {

	/** A drill proves this long. */
	static final Duration PROVES = Duration.ofDays(92);

	public Standing {
		runs = List.copyOf(runs);
	}

	/** The later, the better. */
	public enum State {
		NEVER, BAD, SUSPICIOUS,
		/** Good, as it seems: nothing was restored lately. */
		UNPROVEN,
		/** Good, and one was restored lately. */
		PROVEN
	}

	/** The last one that has ended. */
	public Optional<BackupRun> last() {
		return runs.reversed().stream().filter(run -> run.ending().isPresent()).findFirst();
	}

	public Optional<BackupRun> lastGood() {
		return runs.reversed().stream().filter(run -> run.isGood() || run.isRestored()).findFirst();
	}

	public Optional<Drill> lastDrill() {
		return runs.stream().flatMap(run -> run.drill().stream()).max(Comparator.comparing(Drill::at));
	}

	public State state(Instant now) {
		if (last().isEmpty()) {
			return State.NEVER;
		}
		BackupRun run = last().get();
		Grade grade = run.isRestored() ? Grade.GOOD : run.ending().orElseThrow().verdict().grade();
		return switch (grade) {
		case BAD -> State.BAD;
		case SUSPICIOUS -> State.SUSPICIOUS;
		case GOOD -> lastDrill().filter(drill -> drill.verdict().isGood())
				.filter(drill -> drill.at().plus(PROVES).isAfter(now)).isPresent() ? State.PROVEN : State.UNPROVEN;
		};
	}
}
