package id.posko.transfer.backup;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

import id.posko.transfer.Progress;

/** A backup or drill at work on its own virtual thread. Closing it stops it. */
public final class Working implements AutoCloseable {

	private final long number;
	private final CompletableFuture<BackupRun> end = new CompletableFuture<>();
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private final Thread thread;

	/** What is done; it ends by interrupt with a run that says so. */
	interface Work {
		BackupRun go(Listener listener) throws IOException;
	}

	/** @param after told when it has ended, however it did */
	Working(long number, Listener first, Work work, Runnable after) {
		this.number = number;
		listeners.add(first);
		thread = Thread.ofVirtual().name("posko-backup-" + number).unstarted(() -> {
			try {
				BackupRun run = work.go(everybody());
				after.run();
				end.complete(run);
			} catch (IOException | RuntimeException e) {
				after.run();
				end.completeExceptionally(e);
			}
		});
	}

	Working start() {
		thread.start();
		return this;
	}

	private Listener everybody() {
		return new Listener() {
			@Override
			public void line(String line) {
				listeners.forEach(listener -> listener.line(line));
			}

			@Override
			public void progress(Progress progress) {
				listeners.forEach(listener -> listener.progress(progress));
			}
		};
	}

	/** Of its run. */
	public long number() {
		return number;
	}

	/** One more who watches, from now on. */
	public void listen(Listener listener) {
		listeners.add(listener);
	}

	/**
	 * Waits for its end; an interrupt of the one who waits does not stop it.
	 *
	 * @throws IOException if its end could not be kept
	 */
	public BackupRun await() throws InterruptedException, IOException {
		try {
			return end.get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof IOException fault) {
				throw fault;
			}
			throw new IllegalStateException(e.getCause());
		}
	}

	@Override
	public void close() {
		thread.interrupt();
	}
}
