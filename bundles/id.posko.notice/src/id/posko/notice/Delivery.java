package id.posko.notice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import id.posko.kit.Notices.Message;
import id.posko.kit.Notices.WayStatus;

/** One way's work: takes what is told at once, sends it on a thread of its own, and keeps what waits in a file. */
final class Delivery {

	private static final Logger LOG = System.getLogger(Delivery.class.getName());
	/** However slowly the other side talks. */
	static final Duration LONGEST = Duration.ofSeconds(60);
	private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final String name;
	private final QueueFile file;
	private final Supplier<Optional<Setup>> setups;
	private final Function<Setup, Optional<Way>> ways;
	private final InstantSource clock;
	private final Consumer<Trouble> troubled;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition news = lock.newCondition();
	private final Waiting waiting;
	private boolean changed;
	private boolean unkept;
	private Optional<Setup> last = Optional.empty();
	private Thread thread;

	/** @param setups empty while what is set up is wrong: then all waits @param troubled told once per trouble */
	Delivery(String name, Path file, Supplier<Optional<Setup>> setups, Function<Setup, Optional<Way>> ways,
			InstantSource clock, Consumer<Trouble> troubled) {
		this.name = name;
		this.file = new QueueFile(file);
		this.setups = setups;
		this.ways = ways;
		this.clock = clock;
		this.troubled = troubled;
		waiting = read();
	}

	private Waiting read() {
		try {
			return file.read();
		} catch (QueueFile.DamagedException e) {
			LOG.log(Level.WARNING, file.path() + " is damaged; what waited in it is lost", e);
			try {
				troubled.accept(Trouble.of("damaged", file.putAside().getFileName()));
			} catch (IOException again) {
				LOG.log(Level.WARNING, file.path() + " can not be put aside", again);
			}
		} catch (IOException e) {
			LOG.log(Level.WARNING, file.path() + " can not be read", e);
		}
		return new Waiting();
	}

	synchronized void start() {
		if (thread == null) {
			thread = Thread.ofVirtual().name("posko-notice-" + name).start(this::drive);
		}
	}

	void tell(Message message) {
		lock.lock();
		try {
			waiting.add(message, clock.instant());
			changed = true;
			news.signal();
		} finally {
			lock.unlock();
		}
	}

	/** Looks again at what is set up. */
	void wake() {
		lock.lock();
		try {
			changed = true;
			news.signal();
		} finally {
			lock.unlock();
		}
	}

	private void drive() {
		try {
			while (true) {
				if (!pass()) {
					sleep();
				}
			}
		} catch (InterruptedException _) {
			persist();
		}
	}

	private void sleep() throws InterruptedException {
		lock.lock();
		try {
			if (!changed) {
				Instant now = clock.instant();
				Optional<Duration> time = waiting.next(now, last.orElse(Setup.NONE))
						.map(next -> Duration.between(now, next)).map(t -> t.compareTo(LONGEST_SLEEP) < 0 ? t : LONGEST_SLEEP);
				if (time.isPresent()) {
					news.awaitNanos(time.get().toNanos());
				} else {
					news.await();
				}
			}
		} finally {
			lock.unlock();
		}
	}

	/** Sends what is due, one dispatch; whether there was one. */
	boolean pass() throws InterruptedException {
		Optional<Setup> setup = setups.get();
		Optional<Way> way = setup.flatMap(ways);
		Optional<Dispatch> due = Optional.empty();
		lock.lock();
		try {
			if (setup.isPresent() && way.isEmpty()) {
				waiting.clear();
				changed = changed && file.exists();
			} else if (setup.isPresent()) {
				if (!setup.equals(last)) {
					waiting.tryAgain();
				}
				due = waiting.due(clock.instant(), setup.get());
				changed |= due.isPresent();
			}
			last = setup;
		} finally {
			lock.unlock();
		}
		persist();
		if (due.isEmpty()) {
			return false;
		}
		settle(due.get(), send(way.orElseThrow(), due.get(), LONGEST));
		return true;
	}

	private void settle(Dispatch dispatch, Outcome outcome) {
		Optional<Trouble> fresh;
		lock.lock();
		try {
			boolean isFresh = waiting.done(dispatch, outcome, clock.instant());
			fresh = waiting.trouble.filter(_ -> isFresh);
			changed = true;
		} finally {
			lock.unlock();
		}
		persist();
		fresh.ifPresent(trouble -> {
			LOG.log(Level.WARNING, "{0}: {1}", name, trouble.sentence(Locale.getDefault()));
			troubled.accept(trouble);
		});
	}

	/** Gives up after that time. */
	static Outcome send(Way way, Dispatch dispatch, Duration longest) throws InterruptedException {
		FutureTask<Outcome> sending = new FutureTask<>(() -> way.send(dispatch));
		Thread.ofVirtual().name("posko-notice-send").start(sending);
		try {
			return sending.get(longest.toNanos(), TimeUnit.NANOSECONDS);
		} catch (TimeoutException _) {
			return new Outcome.Later(Trouble.of("late", way.target(), String.valueOf(longest.toSeconds())));
		} catch (ExecutionException bug) {
			LOG.log(Level.ERROR, "bug", bug.getCause());
			return new Outcome.Later(Trouble.of("bug", bug.getCause()));
		} finally {
			sending.cancel(true);
		}
	}

	private void persist() {
		byte[] bytes;
		lock.lock();
		try {
			if (!changed) {
				return;
			}
			bytes = QueueFile.bytes(waiting);
			changed = false;
		} finally {
			lock.unlock();
		}
		try {
			file.write(bytes);
			unkept = false;
		} catch (IOException e) {
			if (!unkept) {
				LOG.log(Level.WARNING, file.path() + " can not be written; what waits is kept until the end only", e);
			}
			unkept = true;
		}
	}

	WayStatus status(String target, Locale locale) {
		lock.lock();
		try {
			return new WayStatus(name, target, waiting.size(), waiting.omitted.count(), waiting.sent,
					waiting.trouble.map(trouble -> trouble.sentence(locale)), waiting.nextTry(clock.instant()));
		} finally {
			lock.unlock();
		}
	}

	/** Gives up what is on its way; that and what waits is kept. */
	void end() throws InterruptedException {
		Thread ending;
		synchronized (this) {
			ending = thread;
		}
		if (ending == null) {
			return;
		}
		ending.interrupt();
		ending.join(FAREWELL);
	}
}
