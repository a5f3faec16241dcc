package id.posko.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads files, a few at once and each of them once for all its hashes, and compares them with what is listed. */
final class Hashing {

	private static final int BUFFER = 1 << 18;

	/** A file to read, with what is listed of it. */
	private record Work(Listing listing, Listing.Entry entry) {
	}

	private final Path bag;
	private final int readers;
	private final Flaws flaws;
	private final Consumer<Progress> progress;
	private final AtomicLong files = new AtomicLong();
	private final AtomicLong octets = new AtomicLong();
	private long allFiles;
	private long allOctets;

	Hashing(Path bag, int readers, Flaws flaws, Consumer<Progress> progress) {
		this.bag = bag;
		this.readers = readers;
		this.flaws = flaws;
		this.progress = progress;
	}

	void compare(List<Listing> listings) throws InterruptedException {
		List<Work> all = listings.stream()
				.flatMap(listing -> listing.entries().stream().filter(entry -> entry.file != null)
						.map(entry -> new Work(listing, entry)))
				.toList();
		allFiles = all.size();
		allOctets = all.stream().mapToLong(work -> size(work.entry())).sum();
		Iterator<Work> queue = all.iterator();
		ExecutorService threads = Executors.newFixedThreadPool(readers, Thread.ofPlatform().daemon().name("bag-", 0).factory());
		try {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < readers; i++) {
				running.add(threads.submit(() -> work(queue)));
			}
			for (Future<?> each : running) {
				each.get();
			}
		} catch (ExecutionException bug) {
			throw new IllegalStateException(bug.getCause());
		} finally {
			threads.shutdownNow();
		}
	}

	private long size(Listing.Entry entry) {
		try {
			return Files.size(bag.resolve(entry.file));
		} catch (IOException _) { // said when it is read
			return 0;
		}
	}

	private void work(Iterator<Work> queue) {
		byte[] buffer = new byte[BUFFER];
		while (!Thread.currentThread().isInterrupted()) {
			Work next;
			synchronized (queue) {
				if (!queue.hasNext()) {
					return;
				}
				next = queue.next();
			}
			compare(next, buffer);
			files.incrementAndGet();
			tell();
		}
	}

	private void compare(Work work, byte[] buffer) {
		Listing.Entry entry = work.entry();
		List<Algorithm> algorithms = work.listing().algorithms();
		MessageDigest[] digests = Stream.iterate(0, i -> i < algorithms.size(), i -> i + 1)
				.map(i -> entry.hashes[i] == null ? null : algorithms.get(i).digest()).toArray(MessageDigest[]::new);
		try (InputStream in = Files.newInputStream(bag.resolve(entry.file), LinkOption.NOFOLLOW_LINKS)) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				for (MessageDigest digest : digests) {
					if (digest != null) {
						digest.update(buffer, 0, read);
					}
				}
				octets.addAndGet(read);
				tell();
				if (Thread.currentThread().isInterrupted()) {
					return;
				}
			}
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, entry.file, 0, String.valueOf(e.getMessage()));
			return;
		}
		for (int i = 0; i < digests.length; i++) {
			byte[] is = digests[i] == null ? null : digests[i].digest();
			if (is != null && !Arrays.equals(is, entry.hashes[i])) {
				flaws.add(Flaw.Kind.CORRUPT, entry.file, 0, algorithms.get(i).word(), hex(entry.hashes[i]), hex(is));
			}
		}
	}

	private static String hex(byte[] hash) {
		return HexFormat.of().formatHex(hash);
	}

	private void tell() {
		progress.accept(new Progress(files.get(), octets.get(), allFiles, allOctets));
	}
}
