package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.Place.Ended;

/** One try to restore a dump: its files must still be what they were, then the drill's command is judged. */
final class Restoring {

	private final Definition definition;
	private final Place place;
	private final Tools tools;
	private final RunLog log;
	private Ended ended = Ended.hindered(Reason.of("stopped"), Duration.ZERO);

	Restoring(Definition definition, Place place, Tools tools, RunLog log) {
		this.definition = definition;
		this.place = place;
		this.tools = tools;
		this.log = log;
	}

	Drill run(Optional<Place.Password> password, List<DumpFile> files, String by, InstantSource clock) {
		Verdict verdict;
		try {
			verdict = restored(password, files);
		} catch (InterruptedException | ClosedByInterruptException _) {
			Thread.interrupted();
			verdict = Verdict.bad(Reason.of("stopped"));
		} catch (Unreached e) {
			verdict = Verdict.bad(e.reason());
		} catch (IOException e) {
			verdict = Verdict.bad(Reason.of("io", String.valueOf(e.getMessage())));
		}
		return new Drill(clock.instant(), by, ended.took(), ended.exit(), log.lastLine(), verdict);
	}

	private Verdict restored(Optional<Place.Password> password, List<DumpFile> files)
			throws IOException, InterruptedException {
		for (DumpFile file : files) {
			String found = place.sha256(file.origin());
			if (!found.equals(file.sha256())) {
				return Verdict.bad(Reason.of("changed", file.origin(), file.sha256(), found));
			}
		}
		Definition.Drill drill = definition.drill().orElseThrow();
		String names = files.stream().map(file -> FilePattern.name(file.origin())).collect(Collectors.joining(","));
		String paths = files.stream().map(DumpFile::origin).collect(Collectors.joining(","));
		List<String> words = drill.command().stream()
				.map(word -> word.replace(Definition.FILE, names).replace(Definition.PATH, paths)).toList();
		ended = place.run(new Place.Order(words, definition.environment(), password, definition.limit()), log::line);
		Observed seen = new Observed(ended.hindrance(), ended.exit(),
				Optional.of(log.lastLine()).filter(line -> !line.isEmpty()), ended.took(), List.of());
		return new Judge(tools, drill.tool(), place.isWindows()).said(seen);
	}
}
