package id.posko.ssh;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Secrets;

/**
 * Runs commands on machines over SSH. A machine is entered once and the connection is shared by all that ask it until
 * nobody has for a while. Its host key is pinned in the data folder when it is first seen. A login that was refused is
 * never tried again before the password or key is another. Safe for any thread; blocks the one that asks, at most for
 * the time-out, and ends by interrupt. An open connection costs one thread of the library.
 */
@Component(service = Connections.class)
public final class Connections implements AutoCloseable {

	private static final Duration SWEEP = Duration.ofSeconds(15);

	private final HostKeys hostKeys;
	private final Secrets secrets;
	private final Refusals refusals;
	private final Limits limits;
	private final InstantSource clock;
	private final Algorithms algorithms = new Algorithms();
	private final Map<Target, Seat> seats = new ConcurrentHashMap<>();
	private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().daemon().name("posko-ssh-idle").factory());
	private volatile boolean closed;

	/** One machine's place: one login at a time. */
	private static final class Seat {
		private final ReentrantLock lock = new ReentrantLock(true);
		private volatile Line line;
		private volatile long tries;
		/** What the last try came to; empty if the line opened. */
		private Optional<Outcome> failure = Optional.empty();
		private Instant restsUntil = Instant.MIN;
	}

	@Activate
	public Connections(@Reference HostKeys hostKeys, @Reference Secrets secrets) {
		this(hostKeys, secrets, Limits.DEFAULT, InstantSource.system());
		sweeper.scheduleWithFixedDelay(this::closeIdle, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
	}

	Connections(HostKeys hostKeys, Secrets secrets, Limits limits, InstantSource clock) {
		this.hostKeys = hostKeys;
		this.secrets = secrets;
		refusals = new Refusals(secrets);
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Runs one command.
	 *
	 * @param command for the login shell of that machine
	 * @param input what the command reads from its standard input
	 * @param timeout the longest that this takes, with the login where one is needed
	 */
	public Outcome run(Target target, String command, byte[] input, Duration timeout) throws InterruptedException {
		return on(target, timeout, (line, progress) -> line.command(command, input, progress), why -> why);
	}

	/**
	 * Runs a long command and tells its lines, of both outputs, as they come, one at a time. Ended by the time-out or an
	 * interrupt, its processes are ended where a POSIX shell reads the command.
	 *
	 * @param told gets each line on other threads; a line that is too long comes in pieces ({@link OutputLines})
	 * @return {@link Outcome.Ran} with empty outputs, or why it did not come to its end
	 */
	public Outcome follow(Target target, RemoteShell shell, String command, byte[] input, Duration timeout,
			Consumer<String> told) throws InterruptedException {
		return on(target, timeout, (line, progress) -> line.follow(shell, command, input, told, progress), why -> why);
	}

	/** @param failed what it comes to if nothing can be done there */
	<T> T on(Target target, Duration timeout, Line.Work<T> work, Function<Outcome, T> failed)
			throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		Seat seat = seats.computeIfAbsent(target, _ -> new Seat());
		Line used = seat.line;
		for (int attempt = 0;; attempt++) {
			Optional<Outcome> failure = sit(seat, target, deadline);
			if (failure.isPresent()) {
				return failed.apply(failure.get());
			}
			Line line = seat.line;
			if (line == null) {
				return failed.apply(new Outcome.Broken(Stage.COMMAND, "closed"));
			}
			Line.Result<T> result = line.run(work, left(deadline));
			boolean wentStale = result.untouched() && line == used && attempt == 0;
			if (!wentStale) {
				return result.value().orElseGet(() -> failed.apply(result.failure().orElseThrow()));
			}
			line.cut();
		}
	}

	/** Asks a machine for its host key; blocks at most for the time-out. */
	public Look look(Target target, Duration timeout) throws InterruptedException {
		return new Opening(target, algorithms, hostKeys, limits, timeout).look();
	}

	private static Duration left(long deadline) {
		return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
	}

	/** Empty if the seat's line is open. Who has waited for another's try in vain does not try the same once more. */
	private Optional<Outcome> sit(Seat seat, Target target, long deadline) throws InterruptedException {
		Duration wait = left(deadline);
		long tries = seat.tries;
		if (!seat.lock.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
			return Optional.of(new Outcome.Silent(Stage.CONNECT, wait));
		}
		try {
			if (seat.line != null && seat.line.isOpen()) {
				return Optional.empty();
			}
			seat.line = null;
			if (seat.tries != tries && seat.failure.isPresent()) {
				return seat.failure;
			}
			if (clock.instant().isBefore(seat.restsUntil)) {
				return Optional.of(new Outcome.LoginResting(seat.restsUntil));
			}
			seat.failure = open(seat, target, deadline);
			seat.tries++;
			return seat.failure;
		} catch (IOException e) {
			return Optional.of(new Outcome.Unready(String.valueOf(e.getMessage())));
		} finally {
			seat.lock.unlock();
		}
	}

	private Optional<Outcome> open(Seat seat, Target target, long deadline) throws IOException, InterruptedException {
		hostKeys.of(target.place());
		Opening opening = new Opening(target, algorithms, hostKeys, limits, left(deadline));
		switch (Credential.find(target, secrets, opening.client())) {
		case Credential.Found.Missing(Outcome why) -> {
			return Optional.of(why);
		}
		case Credential.Found.Ready(Credential credential) -> {
			try (credential) {
				return open(seat, target, opening, credential);
			}
		}
		}
	}

	private Optional<Outcome> open(Seat seat, Target target, Opening opening, Credential credential)
			throws IOException, InterruptedException {
		if (refusals.isRefused(target, credential)) {
			return Optional.of(new Outcome.LoginRefused(target.user(), false));
		}
		Optional<Outcome> failure;
		try {
			failure = opening.open(credential);
		} finally {
			if (opening.isUnanswered()) {
				seat.restsUntil = clock.instant().plus(limits.rest());
			}
		}
		if (failure.filter(Outcome.LoginRefused.class::isInstance).isPresent()) {
			refusals.refused(target, credential);
		}
		if (failure.isEmpty()) {
			Line line = new Line(opening.client(), clock, limits);
			seat.line = line;
			if (closed) {
				line.cut();
			}
			refusals.accepted(target);
			if (open() > limits.kept()) {
				closeIdle();
			}
		}
		return failure;
	}

	/** How many are open. */
	int open() {
		return (int) seats.values().stream().map(seat -> seat.line).filter(line -> line != null && line.isOpen()).count();
	}

	/** Takes leave of those that nobody has asked for a while, and of those kept longest if there are too many. */
	void closeIdle() {
		Instant longAgo = clock.instant().minus(limits.idle());
		List<Kept> free = new ArrayList<>();
		for (Seat seat : seats.values()) {
			Line line = seat.line;
			if (line != null && line.isFree()) {
				free.add(new Kept(seat, line.lastUse()));
			}
		}
		free.sort(Comparator.comparing(Kept::lastUse));
		int tooMany = open() - limits.kept();
		for (Kept kept : free) {
			if (tooMany-- > 0 || !kept.lastUse().isAfter(longAgo)) {
				leave(kept.seat());
			}
		}
	}

	private record Kept(Seat seat, Instant lastUse) {
	}

	private static void leave(Seat seat) {
		if (seat.lock.tryLock()) {
			try {
				Line line = seat.line;
				if (line != null && line.isFree()) {
					seat.line = null;
					Thread.ofVirtual().name("posko-ssh-end").start(line::end);
				}
			} finally {
				seat.lock.unlock();
			}
		}
	}

	@Override
	@Deactivate
	public void close() {
		closed = true;
		sweeper.shutdownNow();
		seats.values().forEach(seat -> {
			Line line = seat.line;
			if (line != null) {
				line.cut();
			}
		});
	}
}
