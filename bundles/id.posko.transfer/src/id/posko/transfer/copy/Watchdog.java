package id.posko.transfer.copy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets work that a hanging medium may hold for ever run on threads of their own, which are left to themselves when they
 * give no sign of life; so no caller hangs. Any thread.
 */
public final class Watchdog {

	private static final Duration LAST_WORDS = Duration.ofSeconds(1);

	private final Duration patience;
	private final Semaphore free;

	/**
	 * @param patience without a sign of life
	 * @param most threads at once, with those that hang
	 */
	public Watchdog(Duration patience, int most) {
		this.patience = patience;
		free = new Semaphore(most);
	}

	/** The sign of life: where the work is. */
	@FunctionalInterface
	public interface Pulse {
		void beat(String file, long offset);
	}

	@FunctionalInterface
	public interface Work<T> {
		T run(Pulse pulse) throws IOException, InterruptedException;
	}

	public sealed interface Ended<T> {

		record Ran<T>(T value) implements Ended<T> {
		}

		/** Where it was when it gave the last sign; an empty file if it never gave one, or too many hang already. */
		record Stalled<T>(String file, long offset) implements Ended<T> {
		}
	}

	private record Sign(String file, long offset, long at) {
	}

	/** @throws InterruptedException if the caller is interrupted; the work is, too, and has a second to end */
	public <T> Ended<T> run(Work<T> work) throws IOException, InterruptedException {
		if (!free.tryAcquire()) {
			return new Ended.Stalled<>("", 0);
		}
		AtomicReference<Sign> last = new AtomicReference<>(new Sign("", 0, System.nanoTime()));
		FutureTask<T> task = new FutureTask<>(
				() -> work.run((file, offset) -> last.set(new Sign(file, offset, System.nanoTime()))));
		Thread thread = Thread.ofPlatform().daemon().name("posko-copy-", 0).start(() -> {
			try {
				task.run();
			} finally {
				free.release();
			}
		});
		try {
			while (true) {
				long left = patience.toNanos() - (System.nanoTime() - last.get().at());
				if (left <= 0 && !task.isDone()) {
					interrupt(thread);
					return new Ended.Stalled<>(last.get().file(), last.get().offset());
				}
				try {
					return new Ended.Ran<>(task.get(Math.max(left, 0), TimeUnit.NANOSECONDS));
				} catch (TimeoutException _) {
					// looks for a later sign
				}
			}
		} catch (ExecutionException e) {
			switch (e.getCause()) {
				case IOException fault -> throw fault;
				case InterruptedException stopped -> throw stopped;
				case RuntimeException bug -> throw bug;
				case Error error -> throw error;
				default -> throw new IllegalStateException(e.getCause());
			}
		} catch (InterruptedException e) {
			interrupt(thread);
			waitForLastWords(thread);
			throw e;
		}
	}

	/** On a thread of its own: closing the channel on which a thread hangs can hang itself. */
	private static void interrupt(Thread hanging) {
		Thread.ofPlatform().daemon().name("posko-copy-end-", 0).start(hanging::interrupt);
	}

	private static void waitForLastWords(Thread thread) {
		try {
			thread.join(LAST_WORDS);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
