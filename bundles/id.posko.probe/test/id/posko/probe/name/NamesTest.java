package id.posko.probe.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.kit.Address;

@Timeout(30)
class NamesTest {

	private static final Duration SHORT = Duration.ofMillis(50);
	private static final Duration LONG = Duration.ofSeconds(20);
	private static final InetAddress ONE = InetAddress.ofLiteral("127.0.0.1");
	private static final InetAddress TWO = InetAddress.ofLiteral("127.0.0.2");

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T01:00:00Z"));
	private final InstantSource time = now::get;
	private final AtomicInteger asked = new AtomicInteger();
	private final CountDownLatch open = new CountDownLatch(1);

	private InetAddress blocking(String host) throws UnknownHostException {
		asked.incrementAndGet();
		try {
			open.await();
		} catch (InterruptedException e) {
			throw new UnknownHostException(host);
		}
		return ONE;
	}

	private void advance(Duration by) {
		now.updateAndGet(t -> t.plus(by));
	}

	@Test
	void anAddressIsNeverResolved() throws InterruptedException {
		try (Names names = new Names(this::blocking, time)) {
			assertEquals(new Resolution.Known(ONE), names.resolve(Address.parse("127.0.0.1:22"), SHORT));
			assertEquals(0, asked.get());
		}
	}

	@Test
	void aStuckResolverHoldsNobodyUpLongerThanTheTimeOut() throws InterruptedException {
		try (Names names = new Names(this::blocking, time)) {
			List<Thread> waiting = new ArrayList<>();
			AtomicInteger late = new AtomicInteger();
			for (int i = 0; i < 200; i++) {
				Address address = Address.parse("host" + i + ".example");
				waiting.add(Thread.ofVirtual().start(() -> {
					try {
						late.addAndGet(names.resolve(address, SHORT) instanceof Resolution.Late ? 1 : 0);
					} catch (InterruptedException e) {
						Thread.currentThread().interrupt();
					}
				}));
			}
			for (Thread thread : waiting) {
				thread.join();
			}
			assertEquals(200, late.get());
			open.countDown();
			assertEquals(new Resolution.Known(ONE), names.resolve(Address.parse("host199.example"), LONG));
		}
	}

	@Test
	void manyWhoAskForOneNameAskOnce() throws InterruptedException {
		try (Names names = new Names(this::blocking, time)) {
			for (int i = 0; i < 20; i++) {
				assertEquals(new Resolution.Late("afis.example", Duration.ofMillis(1)),
						names.resolve(Address.parse("afis.example"), Duration.ofMillis(1)));
			}
			open.countDown();
			assertEquals(new Resolution.Known(ONE), names.resolve(Address.parse("afis.example"), LONG));
			assertEquals(1, asked.get());
		}
	}

	@Test
	void anInterruptEndsTheWait() throws InterruptedException {
		try (Names names = new Names(this::blocking, time)) {
			Thread.currentThread().interrupt();
			assertThrows(InterruptedException.class, () -> names.resolve(Address.parse("afis.example"), LONG));
		}
	}

	@Test
	void aKnownNameIsAskedAgainAfterFiveMinutesAndServesOnWhileTheResolverIsLate() throws InterruptedException {
		Resolver once = host -> asked.get() == 0 ? answer(TWO) : blocking(host);
		try (Names names = new Names(once, time)) {
			Address afis = Address.parse("afis.example");
			assertEquals(new Resolution.Known(TWO), names.resolve(afis, LONG));
			assertEquals(new Resolution.Known(TWO), names.resolve(afis, LONG));
			advance(Duration.ofSeconds(299));
			assertEquals(new Resolution.Known(TWO), names.resolve(afis, LONG));
			assertEquals(1, asked.get());
			advance(Duration.ofSeconds(2));
			assertEquals(new Resolution.Known(TWO), names.resolve(afis, SHORT), "the last address serves on");
			open.countDown();
			assertEquals(new Resolution.Known(ONE), names.resolve(afis, LONG));
			assertEquals(2, asked.get());
		}
	}

	private InetAddress answer(InetAddress address) {
		asked.incrementAndGet();
		return address;
	}

	@Test
	void aNameThatDoesNotExistIsAskedAgainAfterHalfAMinute() throws InterruptedException {
		Resolver resolver = host -> {
			if (asked.incrementAndGet() == 1) {
				throw new UnknownHostException(host);
			}
			return ONE;
		};
		try (Names names = new Names(resolver, time)) {
			Address afis = Address.parse("afis.example");
			assertEquals(new Resolution.Unknown(afis.host()), names.resolve(afis, LONG));
			assertEquals(new Resolution.Unknown(afis.host()), names.resolve(afis, LONG));
			advance(Duration.ofSeconds(31));
			assertEquals(new Resolution.Known(ONE), names.resolve(afis, LONG));
		}
	}

	@Test
	void aBrokenResolverIsAskedAgain() throws InterruptedException {
		Resolver resolver = _ -> {
			if (asked.incrementAndGet() == 1) {
				throw new IllegalStateException("broken");
			}
			return ONE;
		};
		try (Names names = new Names(resolver, time)) {
			Address afis = Address.parse("afis.example");
			assertThrows(IllegalStateException.class, () -> names.resolve(afis, LONG));
			assertEquals(new Resolution.Known(ONE), names.resolve(afis, LONG));
		}
	}

	@Test
	void theSystemKnowsLocalhost() throws InterruptedException {
		try (Names names = new Names()) {
			assertTrue(names.resolve(Address.parse("localhost"), LONG) instanceof Resolution.Known(var address)
					&& address.isLoopbackAddress());
		}
	}
}
