package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.transfer.Progress;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.Judge.Earlier;
import id.posko.transfer.backup.Place.Ended;
import id.posko.transfer.backup.Place.Lying;

/** One time that a backup is made: the command, its judgement, its files hashed and brought here. Used once. */
final class Execution {

	private static final int TAIL = 64 * 1024;
	private static final int HEAD = 64;

	private final Definition definition;
	private final Place place;
	private final Tools tools;
	private final String stamp;
	private final RunLog log;
	private final Listener listener;
	private Ended ended = Ended.hindered(Reason.of("stopped"), Duration.ZERO);
	private String lastLine = "";
	private Verdict verdict = Verdict.GOOD;
	private final List<DumpFile> files = new ArrayList<>();

	/** @param stamp the time at which it began, in the office's time */
	Execution(Definition definition, Place place, Tools tools, String stamp, RunLog log, Listener listener) {
		this.definition = definition;
		this.place = place;
		this.tools = tools;
		this.stamp = stamp;
		this.log = log;
		this.listener = listener;
	}

	/** @param earlier the good ones before it, the newest last */
	Ending run(Optional<Place.Password> password, List<Earlier> earlier, InstantSource clock) {
		try {
			Map<String, Lying> before = lying();
			List<String> words = definition.command().stream().map(this::stamped).toList();
			ended = place.run(new Place.Order(words, definition.environment(), password, definition.limit()), log::line);
			verdict = ended.hindrance().map(Verdict::bad).orElse(Verdict.GOOD);
			lastLine = lastLine(before);
			List<Lying> made = made(before);
			verdict = new Judge(tools, definition.tool(), place.isWindows()).dump(observed(made, before), earlier);
			keep(made.stream().filter(file -> isNew(file, before)).toList());
		} catch (InterruptedException | ClosedByInterruptException _) {
			Thread.interrupted();
			verdict = Verdict.bad(Reason.of("stopped"));
		} catch (Unreached e) {
			verdict = verdict.and(Verdict.bad(e.reason()));
		} catch (IOException e) {
			verdict = verdict.and(Verdict.bad(Reason.of("io", String.valueOf(e.getMessage()))));
		}
		return new Ending(clock.instant(), ended.took(), ended.exit(), lastLine, verdict, files);
	}

	private String stamped(String text) {
		return text.replace(Definition.STAMP, stamp);
	}

	private List<Lying> dumps() throws IOException, InterruptedException {
		return place.files(FilePattern.of(stamped(definition.files())));
	}

	private List<Lying> logs() throws IOException, InterruptedException {
		return definition.log().isEmpty() ? List.of()
				: place.files(FilePattern.of(stamped(definition.log().get())));
	}

	/** By their paths. */
	private Map<String, Lying> lying() throws IOException, InterruptedException {
		Map<String, Lying> all = new HashMap<>();
		dumps().forEach(file -> all.put(file.path(), file));
		logs().forEach(file -> all.put(file.path(), file));
		return all;
	}

	private static boolean isNew(Lying file, Map<String, Lying> before) {
		return !file.equals(before.get(file.path()));
	}

	/** Of the log that the command names, which joins what it printed; without one of what it printed. */
	private String lastLine(Map<String, Lying> before) throws IOException, InterruptedException {
		if (definition.log().isPresent()) {
			log.forgetLastLine();
			for (Lying file : logs()) {
				if (isNew(file, before)) {
					new String(place.tail(file.path(), TAIL), StandardCharsets.UTF_8).lines().forEach(log::line);
				}
			}
		}
		return log.lastLine();
	}

	/** Those that it has made; if it has made none, the newest that was there. */
	private List<Lying> made(Map<String, Lying> before) throws IOException, InterruptedException {
		List<Lying> all = dumps();
		List<Lying> made = all.stream().filter(file -> isNew(file, before)).toList();
		return made.isEmpty() ? all.stream().max(Comparator.comparing(Lying::modified)).map(List::of).orElse(made)
				: made;
	}

	private Observed observed(List<Lying> made, Map<String, Lying> before) throws IOException, InterruptedException {
		List<Observed.Made> seen = new ArrayList<>();
		for (Lying file : made) {
			String head = tools.head(definition.tool()).isEmpty() ? ""
					: new String(place.head(file.path(), HEAD), StandardCharsets.ISO_8859_1);
			seen.add(new Observed.Made(file.name(), file.bytes(), isNew(file, before), head));
		}
		return new Observed(ended.hindrance(), ended.exit(), Optional.of(lastLine).filter(line -> !line.isEmpty()),
				ended.took(), seen);
	}

	/** A bad one is not brought here. */
	private void keep(List<Lying> made) throws IOException, InterruptedException {
		boolean isBad = verdict.grade() == Grade.BAD;
		Path folder = definition.folder().map(is -> is.resolve(stamp)).orElse(Path.of(""));
		long all = made.stream().mapToLong(Lying::bytes).sum();
		long through = 0;
		int number = 0;
		for (Lying file : made) {
			String sha256 = place.sha256(file.path());
			if (isBad && definition.device().isPresent()) {
				files.add(new DumpFile(file.path(), "", file.bytes(), file.modified(), sha256, false));
			} else {
				long done = through;
				int files = number++;
				Path here = place.bring(file.path(), sha256, folder, bytes -> listener
						.progress(new Progress(files, made.size(), done + bytes, all, file.name())));
				this.files.add(new DumpFile(file.path(), here.toString(), Files.size(here),
						Files.getLastModifiedTime(here).toInstant(), sha256, false));
				through += file.bytes();
			}
		}
	}
}
