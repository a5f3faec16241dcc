package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import id.posko.transfer.copy.CopyJournal.Begun;
import id.posko.transfer.copy.CopyJournal.Chunk;
import id.posko.transfer.copy.Plan.Row;

/**
 * Reads every stored file as its device gives it and compares it chunk by chunk with what came from the source; what
 * differs is copied once more. Then it gets its name, and when that is on the device, too, it is noted.
 */
final class ReadBackPass {

	private static final int MOST = 5_000;
	private static final long MOST_OCTETS = 1L << 30;
	private static final Set<OpenOption> MEND = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			LinkOption.NOFOLLOW_LINKS);

	private final Task task;
	private final CopyJournal journal;
	private final PastCache past;
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(CopyJournal.CHUNK);
	private final List<Proven> proven = new ArrayList<>();
	private long provenOctets;
	private long through;

	/** A file that is as it was read, before that is noted. */
	private record Proven(int number, Row row, boolean isNamed, long changed, Chunk whole) {
	}

	/** What a file was found to be. @param bad numbers of chunks @param whole null if it is not there @param fault or empty */
	private record Found(long octets, List<Integer> bad, byte[] whole, String fault) {

		boolean isSame(Begun copied) {
			return whole != null && bad.isEmpty() && octets == copied.octets();
		}

		long offset() {
			return bad.isEmpty() ? octets : (long) bad.getFirst() * CopyJournal.CHUNK;
		}
	}

	ReadBackPass(Task task) {
		this.task = task;
		journal = task.journal;
		past = new PastCache(task.to.folder());
	}

	Way run() throws IOException, InterruptedException {
		task.plan.rows((number, row) -> {
			if (journal.state(number) == State.STORED) {
				Begun copied = journal.begun(number).orElseThrow();
				try {
					prove(number, row, copied);
				} catch (FileFault fault) {
					if (fault.kind == Flaw.Kind.DIFFERENT || fault.kind == Flaw.Kind.CHANGED) {
						task.noting(() -> journal.begin(number, copied.octets(), copied.changed()));
					}
					task.flaw(number, row, fault);
				}
			}
			through += row.octets();
			task.at(State.READ_BACK, row, number + 1, through, 0);
		});
		settle();
		task.through(State.READ_BACK);
		return past.way();
	}

	/** @throws FileFault if it can not be proven; if it is another file, the next run copies all of it anew */
	private void prove(int number, Row row, Begun copied) throws IOException, InterruptedException {
		Path part = task.part(row);
		boolean isNamed = !Files.exists(part, LinkOption.NOFOLLOW_LINKS)
				&& Files.exists(task.target(row), LinkOption.NOFOLLOW_LINKS);
		Path file = isNamed ? task.target(row) : part;
		Found found = found(file, copied.chunks(), row, number);
		if (isNamed && !found.fault().isEmpty()) {
			throw new FileFault(Flaw.Kind.NOT_GIVEN_BACK, found.offset(), found.fault());
		}
		if (!found.isSame(copied) && isNamed) {
			throw new FileFault(Flaw.Kind.DIFFERENT, found.offset(), "");
		}
		if (!found.isSame(copied)) {
			mend(file, row, copied, found);
			found = found(file, copied.chunks(), row, number);
			if (!found.isSame(copied)) {
				throw new FileFault(found.fault().isEmpty() ? Flaw.Kind.DIFFERENT : Flaw.Kind.NOT_GIVEN_BACK, found.offset(),
						found.fault());
			}
		}
		proven.add(new Proven(number, row, isNamed, copied.changed(), new Chunk(found.octets(), found.whole())));
		provenOctets += found.octets();
		if (proven.size() >= MOST || provenOctets >= MOST_OCTETS) {
			settle();
		}
	}

	private Found found(Path file, List<Chunk> chunks, Row row, int number) throws IOException, InterruptedException {
		MessageDigest digest = Hash.digest();
		List<Integer> bad = new ArrayList<>();
		long[] octets = { 0 };
		byte[][] only = { null };
		String fault = "";
		try {
			past.read(file, (chunk, offset) -> {
				int i = (int) (offset / CopyJournal.CHUNK);
				byte[] hash = Hash.of(chunk);
				if (chunks.size() > 1) {
					Hash.update(digest, chunk);
				}
				only[0] = hash;
				if (i < chunks.size() && !Arrays.equals(hash, chunks.get(i).hash())) {
					bad.add(i);
				}
				octets[0] += chunk.remaining();
				task.at(State.READ_BACK, row, number, through + octets[0], octets[0]);
			});
		} catch (NoSuchFileException e) {
			task.goOnIfThere(e);
			return new Found(0, missing(0, chunks), null, "");
		} catch (IOException e) {
			task.goOnIfThere(e);
			bad.add((int) (octets[0] / CopyJournal.CHUNK));
			fault = String.valueOf(e.getMessage());
		}
		bad.addAll(missing(octets[0], chunks));
		byte[] whole = chunks.size() == 1 && only[0] != null ? only[0] : digest.digest();
		return new Found(octets[0], bad.stream().distinct().toList(), whole, fault);
	}

	/** The chunks from that offset on. */
	private static List<Integer> missing(long octets, List<Chunk> chunks) {
		List<Integer> missing = new ArrayList<>();
		for (int i = (int) ((octets + CopyJournal.CHUNK - 1) / CopyJournal.CHUNK); i < chunks.size(); i++) {
			missing.add(i);
		}
		return missing;
	}

	/** Copies what differs once more, if the source still has it. */
	private void mend(Path file, Row row, Begun copied, Found found) throws IOException, InterruptedException {
		task.onTarget(() -> Files.createDirectories(file.getParent()));
		try (FileChannel in = task.openToRead(task.source(row)); FileChannel out = task.opening(file, MEND)) {
			for (int i : found.bad()) {
				if (i >= copied.chunks().size()) {
					continue;
				}
				long offset = (long) i * CopyJournal.CHUNK;
				task.reading(() -> {
					Task.fill(in, buffer, offset);
					return in;
				});
				task.tally.read(buffer.limit());
				if (!Arrays.equals(Hash.of(buffer), copied.chunks().get(i).hash())) {
					throw new FileFault(Flaw.Kind.CHANGED, offset, "");
				}
				task.onTarget(() -> Task.write(out, buffer, offset));
			}
			task.onTarget(() -> {
				out.truncate(copied.octets());
				out.force(true);
			});
		}
	}

	/** Gives the proven files their times and names, and notes them when these are on the device. */
	private void settle() throws IOException, InterruptedException {
		for (int i = 0; i < proven.size(); i++) {
			Proven one = proven.get(i);
			if (!one.isNamed()) {
				try {
					name(one.row(), FileTime.from(one.changed(), TimeUnit.NANOSECONDS));
				} catch (FileFault fault) {
					task.flaw(one.number(), one.row(), fault);
					proven.set(i, null);
				}
			}
		}
		task.onTarget(task.to::flush);
		if (!task.to.isThere()) {
			throw new Halt(new Halt.Why.Gone(task.to.folder()), null);
		}
		task.noting(() -> {
			for (Proven one : proven) {
				if (one != null) {
					journal.readBack(one.number(), one.whole().octets(), one.whole().hash());
				}
			}
			journal.flush();
		});
		proven.clear();
		provenOctets = 0;
	}

	private void name(Row row, FileTime changed) throws IOException, InterruptedException {
		Path part = task.part(row);
		try {
			task.onTarget(() -> {
				Files.setLastModifiedTime(part, changed);
				Files.move(part, task.target(row));
			});
		} catch (Halt e) {
			if (e.getCause() instanceof FileAlreadyExistsException) {
				throw new FileFault(Flaw.Kind.EXISTS, 0, "");
			}
			throw e;
		}
	}
}
