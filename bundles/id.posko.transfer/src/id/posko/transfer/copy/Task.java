package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.BiConsumer;

import id.posko.transfer.Progress;
import id.posko.transfer.copy.Plan.Row;

/** What both passes of a run work with, and what a fault of theirs means. */
final class Task {

	private static final String PART = ".posko-part";
	private static final long TELL_NANOS = 50_000_000;
	private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

	final Plan plan;
	final CopyJournal journal;
	final Device from;
	final Device to;
	final Tally tally;
	private final Names source;
	private final Names target;
	private final Watchdog.Pulse pulse;
	private final BiConsumer<State, Progress> progress;
	private long toldAt = System.nanoTime() - TELL_NANOS;
	private String file = "";
	private long offset;

	Task(Plan plan, CopyJournal journal, Device from, Device to, Tally tally, Watchdog.Pulse pulse,
			BiConsumer<State, Progress> progress) {
		this.plan = plan;
		this.journal = journal;
		this.from = from;
		this.to = to;
		this.tally = tally;
		this.pulse = pulse;
		this.progress = progress;
		source = new Names(from.folder());
		target = new Names(to.folder());
	}

	Path source(Row row) {
		return source.file(row.from());
	}

	/** Under its own name. */
	Path target(Row row) {
		return target.file(row.to());
	}

	/** Where it is until it was read back. */
	Path part(Row row) {
		return target.file(row.to() + PART);
	}

	/** The sign of life. @param octets that are through, with those of the file */
	void at(State stage, Row row, int number, long octets, long of) {
		file = row.from();
		offset = of;
		pulse.beat(file, of);
		if (System.nanoTime() - toldAt >= TELL_NANOS) {
			toldAt = System.nanoTime();
			tally.files(journal);
			progress.accept(stage, new Progress(number, plan.files(), octets, plan.octets(), Names.shown(file)));
		}
	}

	void through(State stage) {
		tally.files(journal);
		progress.accept(stage, new Progress(plan.files(), plan.files(), plan.octets(), plan.octets(), ""));
	}

	void flaw(int number, Row row, FileFault fault) throws IOException {
		noting(() -> journal.flaw(number, fault.offset));
		tally.flaw(new Flaw(Names.shown(row.from()), fault.offset, fault.kind, String.valueOf(fault.getMessage())));
	}

	interface Act<T> {
		T run() throws IOException;
	}

	interface Note {
		void write() throws IOException;
	}

	/** @throws FileFault if this file alone can not be read @throws Halt if the source is not there */
	<T> T reading(Act<T> act) throws IOException, InterruptedException {
		try {
			return act.run();
		} catch (IOException e) {
			stopped();
			if (!from.isThere()) {
				throw new Halt(new Halt.Why.Gone(from.folder()), e);
			}
			throw new FileFault(e instanceof java.nio.file.NoSuchFileException ? Flaw.Kind.VANISHED : Flaw.Kind.UNREADABLE,
					offset, e.getMessage());
		}
	}

	/** @throws Halt if the target can not be written */
	<T> T writing(Act<T> act) throws IOException, InterruptedException {
		try {
			return act.run();
		} catch (IOException e) {
			stopped();
			throw halted(e);
		}
	}

	/** As above. */
	void onTarget(Note act) throws IOException, InterruptedException {
		writing(() -> {
			act.write();
			return act;
		});
	}

	/** @throws FileFault if the target takes other files but not this one */
	FileChannel opening(Path path, Set<OpenOption> options) throws IOException, InterruptedException {
		try {
			return FileChannel.open(path, options);
		} catch (IOException e) {
			stopped();
			if (halted(e).why() instanceof Halt.Why.Failed) {
				throw new FileFault(Flaw.Kind.NOT_WRITABLE, 0, e.getMessage());
			}
			throw halted(e);
		}
	}

	FileChannel openToRead(Path path) throws IOException, InterruptedException {
		return reading(() -> FileChannel.open(path, READ));
	}

	/** After a fault at the target that is no reason to end. @throws Halt if it is not there any more */
	void goOnIfThere(IOException e) throws IOException, InterruptedException {
		stopped();
		if (!to.isThere()) {
			throw new Halt(new Halt.Why.Gone(to.folder()), e);
		}
	}

	/** @throws Halt if our own notes can not be written */
	void noting(Note note) throws IOException {
		try {
			note.write();
		} catch (IOException e) {
			throw new Halt(new Halt.Why.Failed("", 0, e.getMessage()), e);
		}
	}

	private static void stopped() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	private Halt halted(IOException e) {
		if (!to.isThere()) {
			return new Halt(new Halt.Why.Gone(to.folder()), e);
		}
		long missing = missing(e);
		return new Halt(missing > 0 ? new Halt.Why.Full(to.folder(), missing)
				: new Halt.Why.Failed(Names.shown(file), offset, String.valueOf(e.getMessage())), e);
	}

	/** Octets that have no room; 0 if it is not that. */
	private long missing(IOException e) {
		try {
			long room = to.room();
			boolean isFull = room < CopyJournal.CHUNK && room < plan.octets()
					|| String.valueOf(e.getMessage()).matches("(?s).*(No space left on device|Disk quota exceeded).*");
			return isFull ? Math.max(1, toCome() - room) : 0;
		} catch (IOException _) { // how much room there is can not be told either: another fault
			return 0;
		}
	}

	/** Octets of the files that are not copied yet, without what the file at hand has already. */
	private long toCome() throws IOException {
		long[] octets = { -offset };
		try {
			plan.rows((number, row) -> octets[0] += journal.state(number) == State.OPEN ? row.octets() : 0);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
		return octets[0];
	}

	/** Reads until the buffer is full or the file ends. */
	static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
		buffer.clear();
		while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
			// on
		}
		buffer.flip();
	}

	static void write(FileChannel channel, ByteBuffer buffer, long to) throws IOException {
		ByteBuffer rest = buffer.duplicate();
		while (rest.hasRemaining()) {
			channel.write(rest, to + rest.position());
		}
	}
}
