package id.posko.probe.name;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import id.posko.kit.Address;

/**
 * The addresses of host names, kept for five minutes (names that do not exist: 30 s). While a name is asked for again
 * and the resolver is late, its last address serves on (RFC 8767). The system's resolver blocks in native code, which
 * would hold up every virtual thread, so it is asked on platform threads of its own, at most 32.
 */
@Component(service = Names.class)
public final class Names implements AutoCloseable {

	private static final Duration KNOWN_FOR = Duration.ofMinutes(5);
	private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);
	private static final int AT_ONCE = 32;

	private record Question(CompletableFuture<Resolution> answer, Optional<InetAddress> before) {
	}

	private record Dated(Question question, Instant until) {
	}

	private final Resolver resolver;
	private final InstantSource time;
	private final Map<String, Dated> asked = new ConcurrentHashMap<>();
	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("posko-names-", 0).factory());

	@Activate
	public Names() {
		this(InetAddress::getByName, InstantSource.system());
	}

	public Names(Resolver resolver, InstantSource time) {
		this.resolver = resolver;
		this.time = time;
		threads.allowCoreThreadTimeOut(true);
	}

	/** @param timeout the longest that this waits */
	public Resolution resolve(Address address, Duration timeout) throws InterruptedException {
		Optional<InetAddress> literal = address.literal();
		if (literal.isPresent()) {
			return new Resolution.Known(literal.get());
		}
		Question question = asked.compute(address.host(), this::current).question();
		try {
			return question.answer().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
		} catch (TimeoutException _) {
			return question.before().<Resolution>map(Resolution.Known::new).orElseGet(() -> new Resolution.Late(address.host(), timeout));
		} catch (ExecutionException e) {
			throw new IllegalStateException(address.host(), e.getCause());
		}
	}

	private Dated current(String host, Dated last) {
		if (last == null || last.question().answer().isCompletedExceptionally()) {
			return new Dated(ask(host, Optional.empty()), Instant.MAX);
		}
		if (!last.question().answer().isDone()) {
			return last;
		}
		Optional<InetAddress> known = last.question().answer().resultNow() instanceof Resolution.Known(var address)
				? Optional.of(address) : Optional.empty();
		if (last.until().equals(Instant.MAX)) {
			return new Dated(last.question(), time.instant().plus(known.isPresent() ? KNOWN_FOR : UNKNOWN_FOR));
		}
		return time.instant().isBefore(last.until()) ? last : new Dated(ask(host, known), Instant.MAX);
	}

	private Question ask(String host, Optional<InetAddress> before) {
		return new Question(CompletableFuture.supplyAsync(() -> {
			try {
				return new Resolution.Known(resolver.resolve(host));
			} catch (UnknownHostException _) {
				return new Resolution.Unknown(host);
			}
		}, threads), before);
	}

	@Override
	@Deactivate
	public void close() {
		threads.shutdownNow();
	}
}
