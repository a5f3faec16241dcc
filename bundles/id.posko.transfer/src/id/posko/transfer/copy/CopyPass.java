package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import id.posko.transfer.copy.CopyJournal.Begun;
import id.posko.transfer.copy.CopyJournal.Chunk;
import id.posko.transfer.copy.Plan.Row;

/** Takes every file from the source to its temporary name at the target; each chunk is noted before the next is read. */
final class CopyPass {

	/** Less is hashed on the spot. */
	private static final int WORTH_A_THREAD = 256 << 10;
	private static final Set<OpenOption> WRITE = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			LinkOption.NOFOLLOW_LINKS);

	private final Task task;
	private final CopyJournal journal;
	private final Flushing flushing;
	private final ExecutorService hasher;
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(CopyJournal.CHUNK);
	private final ByteBuffer other = ByteBuffer.allocateDirect(CopyJournal.CHUNK);
	private Path madeFolder;
	private long through;

	CopyPass(Task task, ExecutorService flusher, ExecutorService hasher) {
		this.task = task;
		this.hasher = hasher;
		journal = task.journal;
		flushing = new Flushing(task, flusher);
	}

	/** How the source stands; not its identity alone, which a medium that was plugged in again has not kept. */
	private record Seen(long octets, long changed, Object identity) {

		static Seen of(BasicFileAttributes is) {
			return new Seen(is.size(), is.lastModifiedTime().to(TimeUnit.NANOSECONDS), is.fileKey());
		}
	}

	void run() throws IOException, InterruptedException {
		task.plan.rows((number, row) -> {
			State state = journal.state(number);
			if (state != State.STORED && state != State.READ_BACK) {
				try {
					copy(number, row);
				} catch (FileFault fault) {
					task.flaw(number, row, fault);
				}
			}
			through += row.octets();
			task.at(State.COPIED, row, number + 1, through, 0);
		});
		flushing.begin();
		flushing.settle();
		task.through(State.COPIED);
	}

	/** Whether what an earlier run wrote and did not flush, or could not prove, has outlasted it. */
	private boolean isWhole(int number, Row row, Begun begun) throws IOException, InterruptedException {
		long octets = begun.chunks().stream().mapToLong(Chunk::octets).sum();
		Path file = exists(task.part(row)) ? task.part(row) : task.target(row);
		return octets == begun.octets() && exists(file)
				&& good(file, begun.chunks(), 0, row, number) == begun.chunks().size();
	}

	private static boolean exists(Path file) {
		return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
	}

	/** How many of the chunks the target holds, one after the other; what can not be read there is not held. */
	private int good(Path file, List<Chunk> chunks, int from, Row row, int number)
			throws IOException, InterruptedException {
		if (!exists(file)) {
			return 0;
		}
		int good = 0;
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
			good = channel.size() < (long) from * CopyJournal.CHUNK ? 0 : from;
			for (; good < chunks.size(); good++) {
				long offset = (long) good * CopyJournal.CHUNK;
				Task.fill(channel, buffer, offset);
				buffer.limit((int) Math.min(buffer.limit(), chunks.get(good).octets()));
				if (!Arrays.equals(Hash.of(buffer), chunks.get(good).hash())) {
					break;
				}
				task.at(State.COPIED, row, number, through + offset, offset);
			}
		} catch (IOException e) {
			task.goOnIfThere(e);
		}
		return good;
	}

	private void copy(int number, Row row) throws IOException, InterruptedException {
		task.at(State.COPIED, row, number, through, 0);
		if (!task.to.isThere()) {
			throw new Halt(new Halt.Why.Gone(task.to.folder()), null);
		}
		Path source = task.source(row);
		Seen before = seen(source);
		Optional<Begun> begun = journal.begun(number).filter(kept -> isOf(kept, before, row));
		State state = journal.state(number);
		if (state != State.OPEN && begun.isPresent() && isWhole(number, row, begun.get())) {
			if (state != State.COPIED) {
				task.noting(() -> journal.copied(number));
			}
			return;
		}
		int first = begun.isEmpty() ? 0
				: good(task.part(row), begun.get().chunks(), state == State.OPEN ? begun.get().stored() : 0, row, number);
		stream(number, row, before, first);
	}

	/** Whether the source is as it was then; else it is told. */
	private boolean isOf(Begun begun, Seen now, Row row) {
		boolean isSame = begun.octets() == now.octets() && begun.changed() == now.changed();
		if (!isSame) {
			task.tally.restarted(Names.shown(row.from()));
		}
		return isSame;
	}

	/** @param first chunk that is not there yet */
	private void stream(int number, Row row, Seen seen, int first) throws IOException, InterruptedException {
		Path source = task.source(row);
		Seen before = seen;
		int from = first;
		for (boolean isAgain = false;; isAgain = true) {
			if (!exists(task.target(row))) {
				write(number, row, before, from);
			} else if (!isSame(number, row, before)) {
				throw new FileFault(Flaw.Kind.EXISTS, 0, "");
			}
			Seen after = seen(source);
			if (after.equals(before)) {
				task.noting(() -> journal.copied(number));
				if (flushing.add(0, true)) {
					flushing.begin();
				}
				return;
			}
			if (isAgain) {
				throw new FileFault(Flaw.Kind.CHANGING, 0, "");
			}
			task.tally.restarted(Names.shown(row.from()));
			before = after;
			from = 0;
		}
	}

	private Seen seen(Path source) throws IOException, InterruptedException {
		BasicFileAttributes is = task
				.reading(() -> Files.readAttributes(source, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
		if (!is.isRegularFile()) {
			throw new FileFault(Flaw.Kind.NOT_A_FILE, 0, "");
		}
		return Seen.of(is);
	}

	private void write(int number, Row row, Seen seen, int first) throws IOException, InterruptedException {
		Path part = task.part(row);
		try (FileChannel in = task.openToRead(task.source(row))) {
			makeFolder(part.getParent());
			try (FileChannel out = task.opening(part, WRITE)) {
				long offset = Math.min((long) first * CopyJournal.CHUNK, seen.octets());
				cut(out, offset);
				List<Chunk> kept = first == 0 ? List.of() : journal.begun(number).orElseThrow().chunks();
				if (first == 0 || kept.size() > first || !journal.goesOn(number)) {
					task.noting(() -> journal.begin(number, seen.octets(), seen.changed()));
					for (int i = 0; i < first; i++) {
						note(number, i, kept.get(i));
					}
				}
				for (int i = first; read(in, offset); i++) {
					note(number, i, new Chunk(buffer.limit(), writtenAndHashed(out, offset)));
					offset += buffer.limit();
					task.at(State.COPIED, row, number, through + offset, offset);
					if (flushing.add(buffer.limit(), false)) {
						task.onTarget(() -> task.to.flush(out));
						flushing.begin();
					}
				}
				long size = offset;
				task.onTarget(() -> size(out, size));
				task.onTarget(() -> task.to.flush(out));
			}
		}
	}

	/** What was written behind it by a run that could not note it goes. */
	private void cut(FileChannel out, long offset) throws IOException, InterruptedException {
		task.writing(() -> out.size() > offset ? out.truncate(offset) : out);
	}

	/** A hole at its end is made by its last octet. */
	private static void size(FileChannel out, long size) throws IOException {
		if (out.size() < size) {
			Task.write(out, ByteBuffer.allocate(1), size - 1);
		}
	}

	private void note(int number, int chunk, Chunk is) throws IOException {
		task.noting(() -> journal.chunk(number, chunk, is.octets(), is.hash()));
	}

	private boolean read(FileChannel in, long offset) throws IOException, InterruptedException {
		task.reading(() -> {
			Task.fill(in, buffer, offset);
			return in;
		});
		task.tally.read(buffer.limit());
		return buffer.hasRemaining();
	}

	/** Both at once; a whole chunk of zeros stays a hole. */
	private byte[] writtenAndHashed(FileChannel out, long offset) throws IOException, InterruptedException {
		if (buffer.limit() < WORTH_A_THREAD) {
			task.onTarget(() -> Task.write(out, buffer, offset));
			return Hash.of(buffer);
		}
		CompletableFuture<byte[]> hash = CompletableFuture.supplyAsync(() -> Hash.of(buffer), hasher);
		try {
			if (!isHole()) {
				task.onTarget(() -> Task.write(out, buffer, offset));
			}
		} finally {
			hash.join();
		}
		return hash.join();
	}

	private boolean isHole() {
		if (buffer.limit() < CopyJournal.CHUNK) {
			return false;
		}
		for (int i = 0; i < CopyJournal.CHUNK; i += Long.BYTES) {
			if (buffer.getLong(i) != 0) {
				return false;
			}
		}
		return true;
	}

	private void makeFolder(Path folder) throws IOException, InterruptedException {
		if (folder.equals(madeFolder)) {
			return;
		}
		try {
			task.writing(() -> Files.createDirectories(folder));
		} catch (Halt e) {
			if (e.getCause() instanceof FileAlreadyExistsException || e.why() instanceof Halt.Why.Failed) {
				throw new FileFault(Flaw.Kind.NOT_WRITABLE, 0, e.getCause().getMessage());
			}
			throw e;
		}
		madeFolder = folder;
	}

	/** Whether the file that lies there already is the same; then only that is noted. */
	private boolean isSame(int number, Row row, Seen seen) throws IOException, InterruptedException {
		Path there = task.target(row);
		if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) || task.writing(() -> Files.size(there)) != seen.octets()) {
			return false;
		}
		task.noting(() -> journal.begin(number, seen.octets(), seen.changed()));
		try (FileChannel in = task.openToRead(task.source(row));
				FileChannel out = task.opening(there, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
			long offset = 0;
			for (int i = 0; read(in, offset); i++) {
				long at = offset;
				task.onTarget(() -> Task.fill(out, other, at));
				if (!buffer.equals(other)) {
					return false;
				}
				note(number, i, new Chunk(buffer.limit(), Hash.of(buffer)));
				offset += buffer.limit();
				task.at(State.COPIED, row, number, through + offset, offset);
			}
			return offset == seen.octets();
		}
	}
}
