package id.posko.bench.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Knocks at the UI thread every few milliseconds and waits until it is heard; how long that takes is a gap in which a
 * person would not be heard either.
 */
final class Heartbeat implements AutoCloseable {

	private static final long EVERY_NANOS = 4_000_000;

	private final Consumer<Runnable> later;
	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final Thread thread;
	private final AtomicLong longestGap = new AtomicLong();
	private final AtomicLong longestWork = new AtomicLong();
	private final AtomicLong longestSleep = new AtomicLong();
	private long worked;

	/** @param later hands something to the UI thread */
	Heartbeat(Consumer<Runnable> later) {
		this.later = later;
		thread = Thread.ofPlatform().name("heartbeat").daemon().start(this::beat);
	}

	private void beat() {
		while (!Thread.currentThread().isInterrupted()) {
			long before = System.nanoTime();
			later.accept(() -> heard(before));
			LockSupport.park(this);
			long heard = System.nanoTime();
			LockSupport.parkNanos(EVERY_NANOS);
			longestSleep.accumulateAndGet(System.nanoTime() - heard - EVERY_NANOS, Math::max);
		}
	}

	private void heard(long knocked) {
		longestGap.accumulateAndGet(System.nanoTime() - knocked, Math::max);
		long now = threads.getCurrentThreadCpuTime();
		longestWork.accumulateAndGet(now - worked, Math::max);
		worked = now;
		LockSupport.unpark(thread);
	}

	/** Forgets what was before. */
	void reset() {
		longestGap.set(0);
		longestWork.set(0);
		longestSleep.set(0);
	}

	/** From a knock until it was heard, in nanoseconds. */
	long longestGap() {
		return longestGap.get();
	}

	/** The most CPU that the UI thread used between two knocks that it heard, in nanoseconds. */
	long longestWork() {
		return longestWork.get();
	}

	/** By how much the machine woke a thread too late that only slept: no fault of the UI thread's. */
	long longestSleep() {
		return longestSleep.get();
	}

	@Override
	public void close() {
		thread.interrupt();
	}
}
