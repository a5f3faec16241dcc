package id.posko.probe.discovery;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
import id.posko.kit.discovery.Discovery.Ending;
import id.posko.kit.discovery.Discovery.Listener;
import id.posko.kit.discovery.Discovery.Progress;
import id.posko.kit.discovery.Discovery.Wish;
import id.posko.kit.discovery.Door;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.SnmpSession;

/** One sweep under way. */
final class Sweeping {

	private static final int ECHOES = 2;
	/** Addresses of which an answer is awaited. */
	private static final int AWAITED = 512;
	/** Addresses whose doors are knocked at. */
	private static final int VISITED = 32;
	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private final Wish wish;
	private final Optional<Login> login;
	private final Map<Door, String> doors;
	private final Rules rules;
	private final Echo echo;
	private final SnmpSession session;
	private final Listener listener;
	private final Turns turns;
	private final Semaphore awaiting = new Semaphore(AWAITED);
	private final Semaphore visiting = new Semaphore(VISITED);
	private final long start = System.nanoTime();
	private int asked;
	private int answered;
	private int unsendable;

	Sweeping(Wish wish, Optional<Login> login, Map<Door, String> doors, Rules rules, Echo echo, SnmpSession session,
			Listener listener) {
		this.wish = wish;
		this.login = login;
		this.doors = doors;
		this.rules = rules;
		this.echo = echo;
		this.session = session;
		this.listener = listener;
		turns = new Turns(wish.manners().perSecond(), wish.manners().limit());
	}

	Ending run() throws InterruptedException {
		List<Future<?>> all = new ArrayList<>();
		try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discovery").factory())) {
			try {
				for (int i = 0; i < wish.range().size() && !turns.isOver(); i++) {
					InetAddress address = wish.range().address(i);
					awaiting.acquire();
					all.add(threads.submit(() -> {
						visit(address);
						return null;
					}));
				}
				for (Future<?> one : all) {
					one.get();
				}
			} finally {
				threads.shutdownNow();
			}
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
		return turns.isOver() ? new Ending.OutOfTime(progress()) : new Ending.Done(progress(), unsendable);
	}

	private void visit(InetAddress address) throws InterruptedException {
		Optional<Duration> roundTrip;
		try {
			roundTrip = echo(address);
		} finally {
			awaiting.release();
		}
		Visit visit = new Visit(address, rules, turns, session);
		if (roundTrip.isPresent()) {
			visit.echoed();
			listener.met(visit.discovered(false));
		}
		if (roundTrip.isPresent() || wish.isThorough()) {
			knock(visit, roundTrip);
		}
		if (!turns.isOver()) {
			settle(visit.isThere());
		}
	}

	private Optional<Duration> echo(InetAddress address) throws InterruptedException {
		for (int i = 0; i < ECHOES && turns.take(1); i++) {
			CompletableFuture<EchoAnswer> answer = new CompletableFuture<>();
			echo.ask(address, wish.manners().patience(), answer::complete);
			try {
				switch (answer.get()) {
				case EchoAnswer.Replied(Duration roundTrip, _, _) -> {
					return Optional.of(roundTrip);
				}
				case EchoAnswer.NotSent _ -> {
					countUnsendable();
					return Optional.empty();
				}
				case EchoAnswer.Silent _, EchoAnswer.Refused _ -> {
					// perhaps only lost
				}
				}
			} catch (ExecutionException e) {
				throw new IllegalStateException(e.getCause());
			}
		}
		return Optional.empty();
	}

	private void knock(Visit visit, Optional<Duration> roundTrip) throws InterruptedException {
		visiting.acquire();
		try {
			visit.knock(doors, login, wish.manners().patience(), brief(roundTrip), listener::met);
		} finally {
			visiting.release();
		}
		if (visit.isThere()) {
			listener.met(visit.discovered(true));
		}
	}

	/** A host whose echo takes so long answers a connection in a few times that, even on a line that is busy by then. */
	private Duration brief(Optional<Duration> roundTrip) {
		Duration most = wish.manners().patience();
		Duration enough = roundTrip.map(r -> r.multipliedBy(4)).filter(r -> r.compareTo(SHORTEST) > 0).orElse(SHORTEST);
		return roundTrip.isEmpty() || enough.compareTo(most) > 0 ? most : enough;
	}

	private synchronized void countUnsendable() {
		unsendable++;
	}

	/** Tells of it in order. */
	private synchronized void settle(boolean isThere) {
		asked++;
		answered += isThere ? 1 : 0;
		listener.progress(progress());
	}

	private synchronized Progress progress() {
		return new Progress(asked, wish.range().size(), answered, Duration.ofNanos(System.nanoTime() - start));
	}
}
