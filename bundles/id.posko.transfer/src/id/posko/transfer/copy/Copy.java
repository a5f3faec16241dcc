package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import id.posko.transfer.Progress;

/**
 * Copies what a plan names so that every file is proven: written under a temporary name, flushed to the device, read
 * back from it, compared, named. A journal lets another run go on where one ended, however that was. Never overwrites
 * another file, never follows a link. Knows no person and no permission.
 */
public final class Copy {

	/** Takes what became of a file that was read back. */
	public interface Proof {
		/** @param sha256 of the whole file, as it was read back */
		void take(int number, Plan.Row row, long octets, byte[] sha256) throws IOException;
	}

	private final Path source;
	private final Path target;
	private final Plan plan;
	private final Path journal;
	private final Watchdog watchdog;

	/**
	 * @param target a folder that is there: one that is missing is a medium that is
	 * @param journal its file: not on the medium, beside the plan; it need not exist
	 */
	public Copy(Path source, Path target, Plan plan, Path journal, Watchdog watchdog) {
		this.source = source;
		this.target = target;
		this.plan = plan;
		this.journal = journal;
		this.watchdog = watchdog;
	}

	/**
	 * Begins, or goes on. Blocks; ends by interrupt.
	 *
	 * @param progress told some twenty times a second, on another thread, first of files that are copied, then of those
	 * that are read back
	 */
	public Outcome run(BiConsumer<State, Progress> progress) {
		Tally tally = new Tally(plan);
		try {
			return switch (watchdog.run(pulse -> run(tally, pulse, progress))) {
				case Watchdog.Ended.Ran<Outcome>(Outcome outcome) -> outcome;
				case Watchdog.Ended.Stalled<Outcome>(String file, long offset) ->
					new Outcome.Stalled(tally.totals(), Names.shown(file), offset);
			};
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return new Outcome.Stopped(tally.totals());
		} catch (Halt halt) {
			return halt.outcome(tally.totals());
		} catch (IOException e) {
			return new Outcome.Failed(tally.totals(), "", 0, String.valueOf(e.getMessage()));
		}
	}

	private Outcome run(Tally tally, Watchdog.Pulse pulse, BiConsumer<State, Progress> progress)
			throws IOException, InterruptedException {
		Optional<CopyJournal> opened = CopyJournal.open(journal, plan);
		if (opened.isEmpty()) {
			return new Outcome.Busy(tally.totals());
		}
		ExecutorService flusher = thread("posko-copy-flush");
		ExecutorService hasher = thread("posko-copy-hash");
		try (CopyJournal kept = opened.get();
				Device from = device(source, false);
				Device to = device(target, true)) {
			if (kept.count(State.COPIED) + kept.count(State.STORED) > 0 && isEmpty(target)) {
				throw new Halt(new Halt.Why.Gone(target), null);
			}
			Task task = new Task(plan, kept, from, to, tally, pulse, progress);
			try {
				new CopyPass(task, flusher, hasher).run();
				return tally.end(new ReadBackPass(task).run());
			} finally {
				tally.files(kept);
			}
		} finally {
			flusher.shutdown();
			hasher.shutdown();
		}
	}

	private static Device device(Path folder, boolean isWritten) throws Halt {
		try {
			return new Device(folder, isWritten);
		} catch (IOException e) {
			throw new Halt(new Halt.Why.Gone(folder), e);
		}
	}

	/** As the folder is in which a medium was mounted. */
	private static boolean isEmpty(Path folder) throws IOException {
		try (Stream<Path> inside = Files.list(folder)) {
			return inside.findAny().isEmpty();
		}
	}

	private static ExecutorService thread(String name) {
		return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
	}

	/** What was read back so far, by any run; not while one is going on. */
	public void proofs(Proof proof) throws IOException, InterruptedException {
		Optional<CopyJournal> opened = CopyJournal.open(journal, plan);
		try (CopyJournal kept = opened.orElseThrow(() -> new IOException("busy: " + journal))) {
			plan.rows((number, row) -> {
				if (kept.state(number) == State.READ_BACK) {
					CopyJournal.Chunk whole = kept.whole(number);
					proof.take(number, row, whole.octets(), whole.hash());
				}
			});
		}
	}
}
