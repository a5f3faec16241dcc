package id.posko.probe.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.health.Cause;
import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
import id.posko.kit.discovery.Discovery.Ending;
import id.posko.kit.discovery.Discovery.Manners;
import id.posko.kit.discovery.Discovery.Wish;
import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Door.Service;
import id.posko.probe.TextServer;
import id.posko.probe.snmp.SnmpSession;

/** Hosts that babble, hang, lie or keep silent; and how a sweep is bounded. */
@Timeout(60)
class BadHostsTest {

	private static final String HOST = "127.61.3.2";
	private static final Echo ALL_ANSWER = (target, _, then) -> then
			.accept(new EchoAnswer.Replied(Duration.ofMillis(1), target, "test"));
	private static final Echo NOBODY_ANSWERS = (_, timeout, then) -> then.accept(new EchoAnswer.Silent(timeout, "test"));

	private final SnmpSession session = new SnmpSession();

	@AfterEach
	void close() {
		session.close();
	}

	private Sweeps sweep(Echo echo, Wish wish) throws InterruptedException {
		Sweeps found = new Sweeps();
		assertInstanceOf(Ending.Done.class, new NetworkDiscovery(echo, session).sweep(wish, found));
		assertEquals(wish.range().size(), found.progress.getLast().asked());
		return found;
	}

	@Test
	void anEndlessBannerIsGivenUpAfterFewOctets() throws Exception {
		AtomicInteger sent = new AtomicInteger();
		byte[] babble = "la ".repeat(300).getBytes(StandardCharsets.US_ASCII);
		TextServer.Behaviour endless = (_, out) -> {
			for (int i = 0; i < 100_000; i++) {
				out.write(babble);
				sent.addAndGet(babble.length);
			}
		};
		for (Service service : List.of(Service.SSH, Service.RTSP, Service.NUT, Service.APCUPSD)) {
			sent.set(0);
			try (TextServer server = new TextServer(HOST, 0, endless)) {
				Sweeps found = sweep(ALL_ANSWER, Sweeps.wish(HOST, "", new Door(server.port(), service)));
				assertTrue(found.met.get(HOST).guess().isEmpty(), service + " " + found);
				assertTrue(sent.get() < 8 << 20, service + ": " + sent);
			}
		}
	}

	@Test
	void aHostThatAcceptsAndHangsCostsItsPatienceOnceForEachPort() throws Exception {
		try (TextServer server = new TextServer(HOST, 0, (in, _) -> {
			while (in.read() >= 0) {
				// says nothing
			}
		})) {
			Sweeps found = sweep(ALL_ANSWER, Sweeps.wish(HOST, "", new Door(server.port(), Service.SSH)));
			assertTrue(found.signs(HOST).contains("porta %d terbuka (SSH)".formatted(server.port())), found.toString());
		}
	}

	@Test
	void garbageInsteadOfSnmpIsNoAnswerAndHurtsNobodyElse() throws Exception {
		Random dice = new Random(31);
		try (DatagramSocket liar = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(HOST), 0))) {
			Thread.ofVirtual().start(() -> {
				byte[] buffer = new byte[2000];
				try {
					while (true) {
						DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
						liar.receive(asked);
						for (int i = 0; i < 20; i++) {
							byte[] octets = new byte[dice.nextInt(1, 1400)];
							dice.nextBytes(octets);
							octets[0] = 0x30;
							liar.send(new DatagramPacket(octets, octets.length, asked.getSocketAddress()));
						}
					}
				} catch (SocketException _) {
					// the test is over
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
			Sweeps found = sweep(ALL_ANSWER, Sweeps.wish("127.61.3.0/30", "public", new Door(liar.getLocalPort(), Service.SNMP)));
			assertFalse(found.signs(HOST).stream().anyMatch(s -> s.startsWith("sys")), found.toString());
			assertTrue(found.met.containsKey("127.61.3.1"));
		}
	}

	@Test
	void aBannerCanNotSteerATerminal() throws Exception {
		try (TextServer server = new TextServer(HOST, 0,
				(_, out) -> out.write("SSH-2.0-\u001b]0;milik saya\u0007x\r\n".getBytes(StandardCharsets.UTF_8)))) {
			String said = sweep(ALL_ANSWER, Sweeps.wish(HOST, "", new Door(server.port(), Service.SSH))).toString();
			assertTrue(said.contains("SSH: SSH-2.0- ]0;milik saya x"), said);
		}
	}

	@Test
	void oneHostIsNeverAskedTwiceAtOnce() throws Exception {
		AtomicInteger open = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		TextServer.Behaviour slow = (in, out) -> {
			most.accumulateAndGet(open.incrementAndGet(), Math::max);
			out.write("SSH-2.0-lambat\r\n".getBytes(StandardCharsets.US_ASCII));
			while (in.read() >= 0) {
				// until the other side is done
			}
			open.decrementAndGet();
		};
		List<TextServer> servers = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			servers.add(new TextServer(HOST, 0, slow));
		}
		Sweeps found = sweep(ALL_ANSWER, Sweeps.wish(HOST, "",
				servers.stream().map(s -> new Door(s.port(), Service.SSH)).toArray(Door[]::new)));
		for (TextServer server : servers) {
			server.close();
		}
		assertEquals(6, Collections.frequency(found.signs(HOST), "SSH: SSH-2.0-lambat"));
		assertTrue(most.get() <= 2, "the next may come while the last one's end is still on its way: " + most);
	}

	@Test
	void whoDoesNotAnswerPingIsAskedNothingElseUnlessWanted() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		AtomicInteger connected = new AtomicInteger();
		Echo counted = (target, timeout, then) -> {
			asked.incrementAndGet();
			NOBODY_ANSWERS.ask(target, timeout, then);
		};
		try (TextServer server = new TextServer(HOST, 0, (_, out) -> {
			connected.incrementAndGet();
			out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
		})) {
			Wish wish = Sweeps.wish(HOST, "", new Door(server.port(), Service.SSH));
			assertTrue(sweep(counted, wish).met.isEmpty());
			assertEquals(2, asked.get(), "a lost echo is asked for once more");
			assertEquals(0, connected.get());
			Sweeps found = sweep(counted, new Wish(wish.range(), "", wish.more(), true, wish.manners()));
			assertEquals("AFIS_SERVER WEAK [SSH: SSH-2.0-OpenSSH_9.2]", found.guess(HOST));
			assertEquals("ssh.port=" + server.port(), found.met.get(HOST).access().toString());
		}
	}

	@Test
	void questionsAreSpacedAndTheLimitHolds() throws Exception {
		List<Long> times = Collections.synchronizedList(new ArrayList<>());
		Echo timed = (target, timeout, then) -> {
			times.add(System.nanoTime());
			NOBODY_ANSWERS.ask(target, timeout, then);
		};
		NetworkDiscovery discovery = new NetworkDiscovery(timed, session);
		Wish wish = Sweeps.with(Sweeps.wish("127.61.4.0/24", ""), new Manners(100, Duration.ofSeconds(1), Duration.ofMillis(800)));
		Sweeps found = new Sweeps();
		Ending.OutOfTime ending = assertInstanceOf(Ending.OutOfTime.class, discovery.sweep(wish, found));
		assertTrue(times.size() <= 81, times.size() + " questions in 800 ms at 100/s");
		assertTrue(times.size() > 1, times.size() + " questions");
		assertTrue(ending.progress().asked() < 254 && ending.progress().of() == 254, ending.toString());
	}

	@Test
	void asItIsStoppedNothingMoreIsTold() throws Exception {
		CountDownLatch asking = new CountDownLatch(20);
		Echo never = (_, _, _) -> asking.countDown();
		NetworkDiscovery discovery = new NetworkDiscovery(never, session);
		Sweeps found = new Sweeps();
		CompletableFuture<Boolean> stopped = new CompletableFuture<>();
		Thread sweeping = Thread.ofVirtual().start(() -> {
			try {
				discovery.sweep(Sweeps.wish("127.61.4.0/24", ""), found);
				stopped.complete(false);
			} catch (InterruptedException _) {
				stopped.complete(true);
			}
		});
		asking.await();
		assertInstanceOf(Ending.Busy.class, discovery.sweep(Sweeps.wish(HOST, ""), found), "one sweep at a time");
		sweeping.interrupt();
		assertTrue(stopped.get());
		assertTrue(found.met.isEmpty() && found.progress.isEmpty());
	}

	@Test
	void whatThisMachineCanNotSendIsCounted() throws Exception {
		Echo denied = (_, _, then) -> then.accept(new EchoAnswer.NotSent(Cause.of("stopped"), "test"));
		Ending.Done ending = assertInstanceOf(Ending.Done.class,
				new NetworkDiscovery(denied, session).sweep(Sweeps.wish("127.61.4.0/28", ""), new Sweeps()));
		assertEquals(14, ending.unsendable());
	}
}
