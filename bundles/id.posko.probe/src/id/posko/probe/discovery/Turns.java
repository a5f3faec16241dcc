package id.posko.probe.discovery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Gives each question of a sweep its turn, evenly spaced, until the sweep's time is over. Safe for any thread. */
final class Turns {

	private final long spacing;
	private final long deadline;
	private final Semaphore never = new Semaphore(0);
	private long next = System.nanoTime();
	private boolean isOver;

	Turns(int perSecond, Duration limit) {
		spacing = TimeUnit.SECONDS.toNanos(1) / perSecond;
		deadline = next + limit.toNanos();
	}

	/** Waits for the turn of so many packets; false when the sweep's time is over. */
	boolean take(int packets) throws InterruptedException {
		long wait = reserve(packets);
		if (wait > 0) {
			never.tryAcquire(wait, TimeUnit.NANOSECONDS);
		}
		return wait >= 0;
	}

	private synchronized long reserve(int packets) {
		long now = System.nanoTime();
		long turn = Math.max(now, next);
		if (turn >= deadline) {
			isOver = true;
			return -1;
		}
		next = turn + packets * spacing;
		return turn - now;
	}

	/** Whether a turn was refused. */
	synchronized boolean isOver() {
		return isOver;
	}
}
