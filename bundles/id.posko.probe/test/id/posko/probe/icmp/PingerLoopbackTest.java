package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/** On 127.0.0.0/8 and ::1, by whichever socket this machine permits. */
@Timeout(60)
class PingerLoopbackTest {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private Pinger pinger;

	@BeforeEach
	void open() {
		Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: the pinger is for Linux");
		switch (Pinger.open()) {
		case Pinger.Opening.Opened(Pinger opened) -> pinger = opened;
		case Pinger.Opening.Denied(Cause cause) -> Assumptions.abort("skipped: " + cause);
		}
	}

	@AfterEach
	void close() {
		if (pinger != null) {
			pinger.close();
		}
	}

	private EchoAnswer ask(String target) throws InterruptedException {
		LinkedBlockingQueue<EchoAnswer> answers = new LinkedBlockingQueue<>();
		pinger.ask(InetAddress.ofLiteral(target), SECOND, answers::add);
		return answers.poll(10, TimeUnit.SECONDS);
	}

	@Test
	void everyLoopbackAddressAnswersForItself() throws InterruptedException {
		for (String target : List.of("127.0.0.1", "127.0.0.2", "127.255.0.9")) {
			EchoAnswer.Replied replied = (EchoAnswer.Replied) ask(target);
			assertEquals(InetAddress.ofLiteral(target), replied.responder());
			assertEquals(pinger.method(), replied.method());
			assertTrue(replied.roundTrip().compareTo(SECOND) < 0);
		}
	}

	@Test
	void answersOverIpv6() throws InterruptedException, SocketException {
		boolean has6 = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
				.anyMatch(a -> a.equals(InetAddress.ofLiteral("::1")));
		Assumptions.assumeTrue(has6, "skipped: this machine has no ::1");
		EchoAnswer.Replied replied = (EchoAnswer.Replied) ask("::1");
		assertEquals(InetAddress.ofLiteral("::1"), replied.responder());
	}

	@Test
	void sixteenThousandHostsAreAllUpAtFullRate() throws InterruptedException {
		Tally tally = new Tally(16_384);
		pinger.run(new Sweep(Tally.hosts("127.1.0.0", 16_384), 1, Duration.ZERO, SECOND, Sweep.UNLIMITED), tally);
		assertEquals(16_384, tally.up.cardinality());
		assertTrue(tally.eachOnce());
	}

	@Test
	void roundsAndPacedSweepsTellEachRequestOnce() throws InterruptedException {
		Tally tally = new Tally(3 * 500);
		Tally other = new Tally(2000);
		Thread beside = Thread.ofVirtual().start(() -> {
			try {
				pinger.run(new Sweep(Tally.hosts("127.3.0.0", 2000), 1, Duration.ZERO, SECOND, 20_000), other);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		pinger.run(new Sweep(Tally.hosts("127.2.0.0", 500), 3, Duration.ofMillis(60), SECOND, 10_000), tally);
		beside.join();
		assertTrue(tally.eachOnce() && other.eachOnce());
		assertEquals(1500, tally.up.cardinality());
		assertEquals(2000, other.up.cardinality());
	}

	@Test
	void closedInTheMidstEveryRequestIsAnsweredExactlyOnce() throws InterruptedException {
		int asked = 4000;
		AtomicIntegerArray told = new AtomicIntegerArray(asked);
		CountDownLatch some = new CountDownLatch(50);
		List<InetAddress> hosts = Tally.hosts("127.4.0.0", asked);
		for (int i = 0; i < asked; i++) {
			int request = i;
			pinger.ask(hosts.get(i), SECOND, answer -> {
				told.incrementAndGet(request);
				some.countDown();
			});
		}
		assertTrue(some.await(10, TimeUnit.SECONDS));
		pinger.close();
		for (int i = 0; i < asked; i++) {
			assertEquals(1, told.get(i), "request " + i);
		}
		assertTrue(ask("127.0.0.1") instanceof EchoAnswer.NotSent(Cause cause, _) && cause.code().equals("stopped"));
	}

	@Test
	void aClosedPingerEndsASweepUnsent() throws InterruptedException {
		Tally tally = new Tally(100_000);
		CountDownLatch begun = new CountDownLatch(1);
		Thread sweeping = Thread.ofVirtual().start(() -> {
			begun.countDown();
			try {
				pinger.run(Sweep.once(Tally.hosts("127.5.0.0", 100_000), SECOND), tally);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		begun.await();
		pinger.close();
		sweeping.join();
		assertTrue(tally.eachOnce());
		assertEquals(100_000, tally.up.cardinality() + tally.notSent.size());
	}

	@Test
	void anInterruptEndsASweepAtOnceAndThePingerLivesOn() throws InterruptedException {
		Thread sweeping = Thread.currentThread();
		CountDownLatch first = new CountDownLatch(1);
		Outcomes interrupting = new Outcomes() {
			@Override
			public void replied(int request, long roundTripNanos) {
				if (first.getCount() > 0) {
					first.countDown();
					sweeping.interrupt();
				}
			}

			@Override
			public void silent(int request) {
				throw new AssertionError();
			}

			@Override
			public void refused(int request, InetAddress responder, String code) {
				throw new AssertionError();
			}

			@Override
			public void notSent(int request, Cause cause) {
				throw new AssertionError();
			}
		};
		InterruptedException stopped = null;
		try {
			pinger.run(new Sweep(Tally.hosts("127.6.0.0", 50_000), 1, Duration.ZERO, SECOND, 1000), interrupting);
		} catch (InterruptedException e) {
			stopped = e;
		}
		assertTrue(stopped != null);
		assertTrue(ask("127.0.0.1") instanceof EchoAnswer.Replied);
	}

	@Test
	void aCallersBugHarmsNobodyElse() throws InterruptedException {
		AtomicReference<Throwable> reported = new AtomicReference<>();
		Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((_, e) -> reported.set(e));
		try {
			pinger.ask(InetAddress.ofLiteral("127.0.0.1"), SECOND, _ -> {
				throw new IllegalStateException("a bug of the caller");
			});
			assertTrue(ask("127.0.0.1") instanceof EchoAnswer.Replied);
			assertEquals("a bug of the caller", reported.get().getMessage());
		} finally {
			Thread.setDefaultUncaughtExceptionHandler(before);
		}
	}

	@Test
	void anEmptySweepReturns() throws InterruptedException {
		Tally tally = new Tally(0);
		pinger.run(Sweep.once(List.of(), SECOND), tally);
		assertTrue(tally.eachOnce());
	}
}
