package id.posko.ssh;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one step on a virtual thread of its own and waits for so long; then the step is interrupted, not awaited. */
final class Within {

	private Within() {
	}

	static <T> T time(Duration limit, Callable<T> step)
			throws InterruptedException, ExecutionException, TimeoutException {
		FutureTask<T> task = new FutureTask<>(step);
		Thread.ofVirtual().name("posko-ssh").start(task);
		try {
			return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
		} finally {
			task.cancel(true);
		}
	}
}
