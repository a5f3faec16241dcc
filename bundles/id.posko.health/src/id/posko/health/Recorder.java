package id.posko.health;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes what happens on a board to its history, in batches: every five seconds or 1,000 samples, on a thread of its
 * own, which is never interrupted (a store may lose its file by that). While the store fails it keeps trying; only
 * the newest results wait for it.
 */
public final class Recorder implements BoardListener, AutoCloseable {

	private static final Logger LOG = System.getLogger(Recorder.class.getName());
	private static final Duration EVERY = Duration.ofSeconds(5);
	private static final Duration PRUNE_EVERY = Duration.ofHours(1);
	private static final int BATCH = 1_000;

	private final History history;
	private final Retention retention;
	private final InstantSource clock;
	private final int mostWaiting;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition enough = lock.newCondition();
	/** Held while writing, so that batches are kept in order. */
	private final ReentrantLock writing = new ReentrantLock();
	private final Deque<Sample> samples = new ArrayDeque<>();
	private final Deque<Transition> transitions = new ArrayDeque<>();
	private final Deque<Acknowledged> acknowledged = new ArrayDeque<>();
	private final Deque<DayReading> days = new ArrayDeque<>();
	private boolean failing;
	private boolean closed;
	private long dropped;
	private Instant nextPrune = Instant.MIN;

	/** @param mostWaiting samples, and as many transitions, that wait for a failing store; older ones are dropped */
	public Recorder(History history, Retention retention, InstantSource clock, int mostWaiting) {
		this.history = history;
		this.retention = retention;
		this.clock = clock;
		this.mostWaiting = mostWaiting;
	}

	@Override
	public void answered(List<Sample> happened) {
		lock.lock();
		try {
			add(samples, happened);
			if (samples.size() >= BATCH) {
				enough.signal();
			}
		} finally {
			lock.unlock();
		}
	}

	@Override
	public void turned(List<Transition> happened) {
		lock.lock();
		try {
			add(transitions, happened);
		} finally {
			lock.unlock();
		}
	}

	@Override
	public void acknowledged(List<Acknowledged> changes) {
		lock.lock();
		try {
			add(acknowledged, changes);
		} finally {
			lock.unlock();
		}
	}

	/** A day's value so far. */
	void keep(DayReading reading) {
		lock.lock();
		try {
			add(days, List.of(reading));
		} finally {
			lock.unlock();
		}
	}

	private <T> void add(Deque<T> waiting, List<T> happened) {
		waiting.addAll(happened);
		for (; waiting.size() > mostWaiting; dropped++) {
			waiting.removeFirst();
		}
	}

	/** Results that were given up because the store failed for too long. */
	public long dropped() {
		lock.lock();
		try {
			return dropped;
		} finally {
			lock.unlock();
		}
	}

	/** Writes from now on. */
	public void start() {
		Thread.ofPlatform().name("posko-recorder").daemon().start(() -> {
			while (waitForWork()) {
				flush();
			}
		});
	}

	/** Writes what waits and ends. */
	@Override
	public void close() {
		lock.lock();
		try {
			closed = true;
			enough.signalAll();
		} finally {
			lock.unlock();
		}
		flush();
	}

	/** False when it is closed. */
	private boolean waitForWork() {
		lock.lock();
		try {
			long left = EVERY.toNanos();
			while (left > 0 && !closed && (samples.size() < BATCH || failing)) {
				left = enough.awaitNanos(left);
			}
			return !closed;
		} catch (InterruptedException _) {
			return false;
		} finally {
			lock.unlock();
		}
	}

	/** Writes all that waits, transitions first; what can not be kept now waits on. */
	public void flush() {
		writing.lock();
		try {
			write(transitions, history::recordTransitions);
			write(acknowledged, history::recordAcknowledgements);
			write(days, history::recordDays);
			write(samples, history::recordSamples);
			Instant now = clock.instant();
			if (!now.isBefore(nextPrune)) {
				history.prune(now, retention);
				nextPrune = now.plus(PRUNE_EVERY);
			}
			setFailing(false);
		} catch (IOException e) {
			if (!setFailing(true)) {
				LOG.log(Level.ERROR, "Results can not be kept now; trying again", e);
			}
		} finally {
			writing.unlock();
		}
	}

	private boolean setFailing(boolean now) {
		lock.lock();
		try {
			boolean before = failing;
			failing = now;
			return before;
		} finally {
			lock.unlock();
		}
	}

	private interface Keep<T> {
		void all(List<T> batch) throws IOException;
	}

	private <T> void write(Deque<T> waiting, Keep<T> keep) throws IOException {
		for (List<T> batch = take(waiting); !batch.isEmpty(); batch = take(waiting)) {
			boolean kept = false;
			try {
				keep.all(batch);
				kept = true;
			} finally {
				if (!kept) {
					putBack(waiting, batch);
				}
			}
		}
	}

	private <T> List<T> take(Deque<T> waiting) {
		lock.lock();
		try {
			List<T> batch = new ArrayList<>();
			while (!waiting.isEmpty() && batch.size() < BATCH) {
				batch.add(waiting.removeFirst());
			}
			return batch;
		} finally {
			lock.unlock();
		}
	}

	private <T> void putBack(Deque<T> waiting, List<T> batch) {
		lock.lock();
		try {
			batch.reversed().forEach(waiting::addFirst);
		} finally {
			lock.unlock();
		}
	}
}
