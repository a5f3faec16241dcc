package id.posko.transfer.backup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.posko.transfer.backup.Tools.Meaning;

/**
 * Judges a run by its exit code and its last log line, which must agree; a dump by its files, too, and by what is usual.
 * A program that ended with warnings has left something out.
 */
final class Judge {

	/** So many good ones are looked at, the last. */
	static final int HISTORY = 30;
	/** Fewer tell nothing. */
	private static final int FEWEST = 3;
	/** By which any run may be faster than another. */
	private static final Duration SWING_OF_TIME = Duration.ofSeconds(30);

	private final Tools tools;
	private final String tool;
	private final boolean isWindows;

	Judge(Tools tools, String tool, boolean isWindows) {
		this.tools = tools;
		this.tool = tool;
		this.isWindows = isWindows;
	}

	/** What an earlier good run came to. */
	record Earlier(Duration took, long bytes) {
	}

	/** @param good earlier good ones of the same definition, the newest last */
	Verdict dump(Observed seen, List<Earlier> good) {
		Verdict verdict = said(seen);
		for (Observed.Made file : seen.files()) {
			verdict = verdict.and(file(file));
		}
		if (seen.files().isEmpty()) {
			verdict = verdict.and(Verdict.bad(Reason.of("absent")));
		}
		return verdict.isGood() ? usual(seen, good.subList(Math.max(0, good.size() - HISTORY), good.size())) : verdict;
	}

	/** By its exit code and last line alone. */
	Verdict said(Observed seen) {
		if (seen.hindrance().isPresent()) {
			return Verdict.bad(seen.hindrance().get());
		}
		Set<Meaning> exit = tools.exit(tool, isWindows, seen.exit());
		Verdict byExit = exit.equals(Set.of(Meaning.FAILED)) ? Verdict.bad(Reason.of("exit", seen.exit())) : Verdict.GOOD;
		if (!tools.hasLastLine(tool)) {
			return exit.equals(Set.of(Meaning.WARNED)) ? Verdict.bad(Reason.of("warned_exit", seen.exit())) : byExit;
		}
		Optional<Meaning> last = seen.lastLine().flatMap(line -> tools.lastLine(tool, line));
		if (last.isEmpty()) {
			return byExit.and(Verdict.bad(Reason.of("no_last_line", seen.lastLine().orElse(""))));
		}
		if (!exit.contains(last.get())) {
			return Verdict.bad(Reason.of("contradiction", seen.exit(), seen.lastLine().orElseThrow()));
		}
		return switch (last.get()) {
		case GOOD -> Verdict.GOOD;
		case WARNED -> Verdict.bad(Reason.of("warned", seen.lastLine().orElseThrow()));
		case FAILED -> Verdict.bad(Reason.of("failed", seen.exit(), seen.lastLine().orElseThrow()));
		};
	}

	private Verdict file(Observed.Made file) {
		if (!file.isNew()) {
			return Verdict.bad(Reason.of("old", file.name()));
		}
		if (file.bytes() == 0) {
			return Verdict.bad(Reason.of("empty", file.name()));
		}
		Optional<String> head = tools.head(tool);
		return head.isEmpty() || file.head().contains(head.get()) ? Verdict.GOOD
				: new Verdict(Grade.SUSPICIOUS, List.of(Reason.of("head", file.name(), head.get())));
	}

	/** Less than half of the usual is too little, whatever the others were; else what none of them was, by far. */
	private static Verdict usual(Observed seen, List<Earlier> good) {
		if (good.size() < FEWEST) {
			return Verdict.GOOD;
		}
		Verdict verdict = Verdict.GOOD;
		Usual size = Usual.of(good.stream().mapToDouble(Earlier::bytes).toArray());
		if (size.isTooLittle(seen.bytes(), 0.1, 1)) {
			verdict = verdict.and(new Verdict(Grade.SUSPICIOUS,
					List.of(Reason.of("small", seen.bytes(), Math.round(size.median()), good.size()))));
		}
		Usual took = Usual.of(good.stream().mapToDouble(one -> one.took().toMillis()).toArray());
		if (took.isTooLittle(seen.took().toMillis(), 0.25, SWING_OF_TIME.toMillis())) {
			verdict = verdict.and(new Verdict(Grade.SUSPICIOUS, List.of(Reason.of("short", seen.took(),
					Duration.ofMillis(Math.round(took.median())), good.size()))));
		}
		return verdict;
	}
}
