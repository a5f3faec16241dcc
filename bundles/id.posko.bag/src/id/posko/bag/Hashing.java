package id.posko.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads files, a few at once and each of them once for all its hashes, and hands the hashes over in the order in which
 * the files were given, on the thread that gives them. Reading ends at once where that thread is interrupted.
 */
final class Hashing implements AutoCloseable {

	private static final int BUFFER = 1 << 18;
	/** A reader is given so many files, or so many octets, at once: handing over costs more than reading a small file. */
	private static final int FILES = 64;
	private static final long OCTETS = 1 << 22;
	/** What waits or is done before its turn, for each reader. */
	private static final int AHEAD = 8;

	/**
	 * Takes the hashes of a file, in the order of the algorithms; empty if it could not be read, or not as it was found:
	 * then that is among the flaws.
	 */
	@FunctionalInterface
	interface Taker {

		void take(Optional<byte[][]> hashes) throws IOException;
	}

	private static final class Batch {

		private final List<Callable<Optional<byte[][]>>> readings = new ArrayList<>();
		private final List<Taker> takers = new ArrayList<>();
		private long octets;
		private Future<List<Optional<byte[][]>>> hashes;

		List<Optional<byte[][]>> read() throws Exception {
			List<Optional<byte[][]>> all = new ArrayList<>();
			for (Callable<Optional<byte[][]>> reading : readings) {
				if (Thread.currentThread().isInterrupted()) {
					break;
				}
				all.add(reading.call());
			}
			return all;
		}
	}

	private final List<Algorithm> algorithms;
	private final Flaws flaws;
	private final Meter meter;
	private final int most;
	private final ExecutorService threads;
	private final Deque<Batch> pending = new ArrayDeque<>();
	private Batch next = new Batch();

	Hashing(List<Algorithm> algorithms, int readers, Flaws flaws, Meter meter) {
		this.algorithms = algorithms;
		this.flaws = flaws;
		this.meter = meter;
		most = AHEAD * readers;
		threads = Executors.newFixedThreadPool(readers, Thread.ofPlatform().daemon().name("bag-", 0).factory());
	}

	/** @param is what it was when it was found */
	void add(Path file, String name, BasicFileAttributes is, Taker taker) throws IOException, InterruptedException {
		give(() -> read(file, name, is, OutputStream.nullOutputStream()), is.size(), taker);
	}

	/** The same, and copies it, through to the medium. @param copy where nothing lies */
	void copy(Path file, String name, BasicFileAttributes is, Path copy, Taker taker)
			throws IOException, InterruptedException {
		give(() -> {
			Optional<byte[][]> hashes;
			try (FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				hashes = read(file, name, is, Channels.newOutputStream(out));
				out.force(true);
			}
			Files.setLastModifiedTime(copy, is.lastModifiedTime());
			return hashes;
		}, is.size(), taker);
	}

	private void give(Callable<Optional<byte[][]>> reading, long octets, Taker taker)
			throws IOException, InterruptedException {
		next.readings.add(reading);
		next.takers.add(taker);
		next.octets += octets;
		if (next.takers.size() == FILES || next.octets >= OCTETS) {
			begin();
		}
	}

	private void begin() throws IOException, InterruptedException {
		next.hashes = threads.submit(next::read);
		pending.add(next);
		next = new Batch();
		if (pending.size() > most) {
			settle();
		}
	}

	/** Waits for what was given. */
	void finish() throws IOException, InterruptedException {
		begin();
		while (!pending.isEmpty()) {
			settle();
		}
	}

	private void settle() throws IOException, InterruptedException {
		Batch first = pending.removeFirst();
		try {
			List<Optional<byte[][]>> hashes = first.hashes.get();
			for (int i = 0; i < hashes.size(); i++) {
				first.takers.get(i).take(hashes.get(i));
			}
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case IOException copying -> throw copying;
			case UncheckedIOException copying -> throw copying.getCause();
			case Throwable bug -> throw new IllegalStateException(bug);
			}
		}
	}

	private Optional<byte[][]> read(Path file, String name, BasicFileAttributes is, OutputStream copy) {
		Digests digests = new Digests(algorithms);
		BasicFileAttributes now;
		try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
			byte[] buffer = new byte[Math.clamp(is.size() + 1, 1 << 12, BUFFER)];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				digests.write(buffer, 0, read);
				write(copy, buffer, read);
				meter.read(read);
				if (Thread.currentThread().isInterrupted()) {
					return Optional.empty();
				}
			}
			now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, name, 0, String.valueOf(e.getMessage()));
			return Optional.empty();
		}
		meter.ended();
		if (digests.octets() != is.size() || now.size() != is.size()
				|| !now.lastModifiedTime().equals(is.lastModifiedTime()) || !Objects.equals(now.fileKey(), is.fileKey())) {
			flaws.add(Flaw.Kind.CHANGED, name, 0);
			return Optional.empty();
		}
		return Optional.of(digests.hashes());
	}

	private static void write(OutputStream copy, byte[] buffer, int length) {
		try {
			copy.write(buffer, 0, length);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Does not wait long for a reader that hangs. */
	@Override
	public void close() {
		threads.shutdownNow();
		try {
			threads.awaitTermination(1, TimeUnit.SECONDS);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
