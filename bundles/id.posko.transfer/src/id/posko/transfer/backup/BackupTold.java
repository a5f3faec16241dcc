package id.posko.transfer.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.kit.Words;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;

/** Backups in sentences. */
public final class BackupTold {

	private static final int SHORT_HASH = 12;

	private final Words words;
	private final ZoneId zone;

	public BackupTold(Locale locale, ZoneId zone) {
		words = Words.of(Progress.class, locale);
		this.zone = zone;
	}

	public String time(Instant at) {
		return DateTimeFormatter.ofPattern("d MMM uuuu HH.mm", words.locale()).format(at.atZone(zone));
	}

	public String size(long bytes) {
		return Reason.size(bytes, words);
	}

	public String duration(Duration duration) {
		return Reason.duration(duration, words);
	}

	public String grade(Grade grade) {
		return words.say("backup.grade." + grade);
	}

	public String state(Standing.State state) {
		return words.say("backup.state." + state);
	}

	/** One run in one line: what the Kabid is told. */
	public String line(BackupRun run) {
		if (run.ending().isEmpty()) {
			return words.say("backup.line.running", run.definition(), time(run.began()));
		}
		Ending ending = run.ending().get();
		String line = words.say("backup.line", run.definition(), time(run.began()), grade(ending.verdict().grade()),
				size(ending.bytes()), duration(ending.took()), ending.files().size(), hashes(ending), places(ending));
		return (line + " " + ending.verdict().sentence(words.locale())).strip() + " " + drill(run.drill());
	}

	private String hashes(Ending ending) {
		String all = ending.files().stream().map(DumpFile::sha256).filter(is -> !is.isEmpty())
				.map(is -> is.substring(0, SHORT_HASH) + "…").collect(Collectors.joining(", "));
		return all.isEmpty() ? "-" : all;
	}

	static String places(Ending ending) {
		String all = ending.files().stream().map(file -> file.place().isEmpty() ? file.origin() : file.place())
				.collect(Collectors.joining(", "));
		return all.isEmpty() ? "-" : all;
	}

	/** When and how it was restored last. */
	public String drill(Optional<Drill> drill) {
		return drill.map(is -> (words.say("backup.drilled", time(is.at()),
				words.say(is.verdict().isGood() ? "backup.restored" : "backup.not_restored")) + " "
				+ is.verdict().sentence(words.locale())).strip()).orElseGet(() -> words.say("backup.never_drilled"));
	}

	/** How far bringing its files here is. */
	public String progress(Progress progress) {
		long percent = progress.ofBytes() == 0 ? 100 : progress.bytes() * 100 / progress.ofBytes();
		return words.say("backup.fetching", progress.at(), percent);
	}
}
