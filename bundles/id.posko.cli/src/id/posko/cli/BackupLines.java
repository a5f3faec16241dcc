package id.posko.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.Reason;
import id.posko.transfer.backup.Standing;
import id.posko.transfer.backup.Verdict;

/** Backups as JSON. */
final class BackupLines {

	private BackupLines() {
	}

	static JsonLine of(Standing standing, Instant now) {
		Optional<Definition> is = standing.defined().definition();
		return new JsonLine().put("name", standing.defined().name()).put("kind", is.map(one -> one.kind().word()))
				.put("state", code(standing.state(now))).put("running", standing.isRunning())
				.put("schedule", is.flatMap(Definition::schedule)).put("last", standing.last().map(BackupLines::of))
				.put("lastGood", standing.lastGood().map(BackupRun::began))
				.put("restored", standing.lastDrill().filter(drill -> drill.verdict().isGood()).map(Drill::at));
	}

	static JsonLine of(BackupRun run) {
		return new JsonLine().put("run", run.number()).put("name", run.definition()).put("began", run.began())
				.put("by", run.by()).put("ended", run.ending().map(Ending::at))
				.put("grade", run.ending().map(is -> code(is.verdict().grade())))
				.put("reasons", run.ending().map(is -> codes(is.verdict())).orElse(List.of()))
				.put("exit", run.ending().map(Ending::exit)).put("lastLine", run.ending().map(Ending::lastLine))
				.put("seconds", run.ending().map(is -> is.took().toSeconds())).put("bytes", run.ending().map(Ending::bytes))
				.put("files", run.ending().map(Ending::files).orElse(List.of()).stream().map(file -> new JsonLine()
						.put("origin", file.origin()).put("place", file.place()).put("bytes", file.bytes())
						.put("sha256", file.sha256()).put("removed", file.isRemoved())).toList())
				.put("drilled", run.drill().map(Drill::at))
				.put("drill", run.drill().map(drill -> code(drill.verdict().grade())))
				.put("drillReasons", run.drill().map(drill -> codes(drill.verdict())).orElse(List.of()));
	}

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static List<String> codes(Verdict verdict) {
		return verdict.reasons().stream().map(Reason::code).toList();
	}
}
