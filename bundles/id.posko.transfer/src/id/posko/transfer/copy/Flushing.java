package id.posko.transfer.copy;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Flushes the target group by group while the next group is copied, and only then notes that the group is stored. A
 * group is as large as its medium flushes in some seconds, for that much may be lost when the plug is pulled.
 */
final class Flushing {

	/** What a file weighs beyond its octets: its entries. */
	private static final long FILE = 16 << 10;
	private static final long LEAST = CopyJournal.CHUNK;
	private static final long MOST = 1L << 30;
	private static final long SHORT_NANOS = 2_000_000_000L;
	private static final long LONG_NANOS = 6_000_000_000L;

	private final Task task;
	private final ExecutorService thread;
	private long limit = 32L << 20;
	private long weight;
	private Future<Long> going;
	private long upTo;

	Flushing(Task task, ExecutorService thread) {
		this.task = task;
		this.thread = thread;
	}

	/** Whether it is time to flush. */
	boolean add(long octets, boolean isFile) {
		weight += octets + (isFile ? FILE : 0);
		return weight >= limit;
	}

	/** Begins to flush what was noted so far; waits only for the group before. */
	void begin() throws IOException, InterruptedException {
		settle();
		upTo = task.journal.end();
		weight = 0;
		going = thread.submit(() -> {
			long start = System.nanoTime();
			task.to.flush();
			return System.nanoTime() - start;
		});
	}

	/** Waits for the flush that is going on. */
	void settle() throws IOException, InterruptedException {
		if (going == null) {
			return;
		}
		long took = task.writing(this::ended);
		going = null;
		if (!task.to.isThere()) {
			throw new Halt(new Halt.Why.Gone(task.to.folder()), null);
		}
		task.noting(() -> {
			task.journal.stored(upTo);
			task.journal.flush();
		});
		limit = took < SHORT_NANOS ? Math.min(MOST, limit * 2) : took > LONG_NANOS ? Math.max(LEAST, limit / 2) : limit;
	}

	private long ended() throws IOException {
		try {
			return going.get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof IOException fault) {
				throw fault;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}
}
