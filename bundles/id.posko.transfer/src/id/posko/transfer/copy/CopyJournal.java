package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a copy has done, so that another run can go on: only added to, in records of 64 octets with a checksum. What a
 * fall left torn at the end is cut off. Held by one run at a time; one thread. Records: kind (1 octet, 3 unused), file
 * (4), two numbers (8 each), a hash (32), CRC-32C of these (4, 4 unused), big-endian.
 */
final class CopyJournal implements AutoCloseable {

	/** Of a whole chunk; the last of a file is shorter. */
	static final int CHUNK = 4 << 20;

	private static final int RECORD = 64;
	private static final int SUMMED = 56;
	private static final int WINDOW = 1024 * RECORD;
	private static final int NONE = -1;
	private static final byte[] NO_HASH = new byte[Hash.OCTETS];

	/** In the order of their numbers in the file. */
	private enum Kind {
		/** The first: {hash of the plan}. */
		HEAD,
		/** From here on the file's chunks: octets and time of change of the source. */
		BEGIN,
		/** A chunk is written: its number, its octets, its hash. */
		CHUNK,
		/** All chunks are. */
		COPIED,
		/** What stands before that place of the journal is on the device: place. */
		STORED,
		/** Octets, hash of the whole file. */
		READ_BACK,
		/** Offset. */
		FLAW
	}

	record Chunk(long octets, byte[] hash) {
	}

	/** @param changed nanoseconds since 1970 @param stored the number of its chunks that are on the device */
	record Begun(long octets, long changed, List<Chunk> chunks, int stored) {
	}

	private record Fresh(int file, long at) {
	}

	private final FileChannel channel;
	private final State[] states;
	/** Of each file, where its last BEGIN stands, or its READ_BACK; 0 for none. */
	private final long[] places;
	private final int[] counts = new int[State.values().length];
	private final ArrayDeque<Fresh> fresh = new ArrayDeque<>();
	private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD);
	private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
	private long windowAt = -1;
	private long end;
	private long storedUpTo;
	/** The file whose chunks the journal ends with. */
	private int last = NONE;

	private CopyJournal(FileChannel channel, Plan plan) {
		this.channel = channel;
		states = new State[plan.files()];
		Arrays.fill(states, State.OPEN);
		counts[State.OPEN.ordinal()] = states.length;
		places = new long[plan.files()];
	}

	/** Empty if another run holds it. One of another plan, or whose beginning is damaged, begins anew. */
	static Optional<CopyJournal> open(Path file, Plan plan) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		CopyJournal journal = null;
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				journal = new CopyJournal(channel, plan);
				journal.read(plan);
			}
		} catch (OverlappingFileLockException _) { // by this process
		} finally {
			if (journal == null || journal.end == 0) {
				channel.close();
			}
		}
		return Optional.ofNullable(journal);
	}

	private void read(Plan plan) throws IOException {
		long size = channel.size();
		boolean isRight = next(0, size) && kind() == Kind.HEAD && Arrays.equals(hash(), plan.hash());
		while (isRight) {
			apply(kind(), record.getInt(4), record.getLong(8), end);
			end += RECORD;
			isRight = next(end, size);
		}
		channel.truncate(end);
		windowAt = -1;
		if (end == 0) {
			append(Kind.HEAD, 0, 0, 0, plan.hash());
			channel.force(true);
		}
	}

	/** Whether a whole record stands there; it then is in {@code record}. */
	private boolean next(long at, long size) throws IOException {
		if (at + RECORD > size) {
			return false;
		}
		if (windowAt < 0 || at < windowAt || at + RECORD > windowAt + window.limit()) {
			window.clear();
			while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {
				// until it is full or the file ends
			}
			window.flip();
			windowAt = at;
		}
		int from = (int) (at - windowAt);
		record.clear().put(window.slice(from, RECORD)).flip();
		int kind = record.get(0);
		return kind >= 0 && kind < Kind.values().length && record.getInt(4) >= 0
				&& record.getInt(4) < Math.max(1, states.length) && record.getInt(SUMMED) == sum();
	}

	private int sum() {
		CRC32C sum = new CRC32C();
		sum.update(record.slice(0, SUMMED));
		return (int) sum.getValue();
	}

	private Kind kind() {
		return Kind.values()[record.get(0)];
	}

	private byte[] hash() {
		byte[] hash = new byte[Hash.OCTETS];
		record.get(24, hash);
		return hash;
	}

	private void apply(Kind kind, int file, long number, long at) {
		switch (kind) {
			case HEAD -> {
				// of no file
			}
			case CHUNK -> last = file;
			case BEGIN -> {
				last = file;
				places[file] = at;
				set(file, State.OPEN);
			}
			case COPIED -> {
				last = NONE;
				set(file, State.COPIED);
				fresh.add(new Fresh(file, at));
			}
			case STORED -> {
				storedUpTo = number;
				while (!fresh.isEmpty() && fresh.peek().at() < number) {
					int stored = fresh.remove().file();
					if (states[stored] == State.COPIED) {
						set(stored, State.STORED);
					}
				}
			}
			case READ_BACK -> {
				last = NONE;
				places[file] = at;
				set(file, State.READ_BACK);
			}
			case FLAW -> {
				last = NONE;
				set(file, State.FLAWED);
			}
		}
	}

	private void set(int file, State state) {
		counts[states[file].ordinal()]--;
		states[file] = state;
		counts[state.ordinal()]++;
	}

	private void append(Kind kind, int file, long number, long other, byte[] hash) throws IOException {
		record.clear();
		record.put(0, (byte) kind.ordinal()).put(1, (byte) 0).putShort(2, (short) 0).putInt(4, file).putLong(8, number)
				.putLong(16, other).put(24, hash);
		record.putInt(SUMMED, sum()).putInt(SUMMED + 4, 0);
		while (record.hasRemaining()) {
			channel.write(record, end + record.position());
		}
		apply(kind, file, number, end);
		end += RECORD;
	}

	void begin(int file, long octets, long changed) throws IOException {
		append(Kind.BEGIN, file, octets, changed, NO_HASH);
	}

	/** Only of a file with which the journal {@link #goesOn}. */
	void chunk(int file, long number, long octets, byte[] hash) throws IOException {
		append(Kind.CHUNK, file, number, octets, hash);
	}

	void copied(int file) throws IOException {
		append(Kind.COPIED, file, 0, 0, NO_HASH);
	}

	/** @param upTo an earlier {@link #end}: all that was noted before it is on the target's device by now */
	void stored(long upTo) throws IOException {
		append(Kind.STORED, 0, upTo, 0, NO_HASH);
	}

	void readBack(int file, long octets, byte[] hash) throws IOException {
		append(Kind.READ_BACK, file, octets, 0, hash);
	}

	void flaw(int file, long offset) throws IOException {
		append(Kind.FLAW, file, offset, 0, NO_HASH);
	}

	/** What was noted so far is on our own device. */
	void flush() throws IOException {
		channel.force(false);
	}

	long end() {
		return end;
	}

	/** Whether the next chunk noted stands behind the file's others, and not behind those of another. */
	boolean goesOn(int file) {
		return last == file;
	}

	State state(int file) {
		return states[file];
	}

	/** Files that are in that state. */
	int count(State state) {
		return counts[state.ordinal()];
	}

	/** What is noted of a file's chunks since it was last begun; not of one that was read back. */
	Optional<Begun> begun(int file) throws IOException {
		if (places[file] == 0 || states[file] == State.READ_BACK || !next(places[file], end)) {
			return Optional.empty();
		}
		long octets = record.getLong(8);
		long changed = record.getLong(16);
		List<Chunk> chunks = new ArrayList<>();
		int stored = 0;
		for (long at = places[file] + RECORD; next(at, end); at += RECORD) {
			if (kind() == Kind.CHUNK && record.getInt(4) == file) {
				chunks.add(new Chunk(record.getLong(16), hash()));
				stored += at < storedUpTo ? 1 : 0;
			} else if (kind() != Kind.STORED) {
				break;
			}
		}
		return Optional.of(new Begun(octets, changed, chunks, stored));
	}

	/** Octets and hash of a file that was read back. */
	Chunk whole(int file) throws IOException {
		if (states[file] != State.READ_BACK || !next(places[file], end)) {
			throw new IllegalStateException("not read back: " + file);
		}
		return new Chunk(record.getLong(8), hash());
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
