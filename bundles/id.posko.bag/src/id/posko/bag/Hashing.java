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
	/** Files that wait or are done before their turn, for each reader. */
	private static final int AHEAD = 256;

	/**
	 * Takes the hashes of a file, in the order of the algorithms; empty if it could not be read, or not as it was found:
	 * then that is among the flaws.
	 */
	@FunctionalInterface
	interface Taker {

		void take(Optional<byte[][]> hashes) throws IOException;
	}

	private record Pending(Future<Optional<byte[][]>> hashes, Taker taker) {
	}

	private final List<Algorithm> algorithms;
	private final Flaws flaws;
	private final Meter meter;
	private final int most;
	private final ExecutorService threads;
	private final Deque<Pending> pending = new ArrayDeque<>();

	Hashing(List<Algorithm> algorithms, int readers, Flaws flaws, Meter meter) {
		this.algorithms = algorithms;
		this.flaws = flaws;
		this.meter = meter;
		most = AHEAD * readers;
		threads = Executors.newFixedThreadPool(readers, Thread.ofPlatform().daemon().name("bag-", 0).factory());
	}

	/** @param is what it was when it was found */
	void add(Path file, String name, BasicFileAttributes is, Taker taker) throws IOException, InterruptedException {
		give(() -> read(file, name, is, OutputStream.nullOutputStream()), taker);
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
		}, taker);
	}

	private void give(Callable<Optional<byte[][]>> reading, Taker taker)
			throws IOException, InterruptedException {
		pending.add(new Pending(threads.submit(reading), taker));
		if (pending.size() > most) {
			settle();
		}
	}

	/** Waits for what was given. */
	void finish() throws IOException, InterruptedException {
		while (!pending.isEmpty()) {
			settle();
		}
	}

	private void settle() throws IOException, InterruptedException {
		Pending next = pending.removeFirst();
		try {
			next.taker().take(next.hashes().get());
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
