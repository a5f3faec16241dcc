package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.health.EchoAnswer;

/** In network namespaces of its own, where the truth is known. */
@Timeout(90)
class PingerNamespaceTest {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@BeforeAll
	static void possible() throws Exception {
		Namespace.assumePossible();
	}

	/** A namespace in which root gets this kind of socket. */
	private static Namespace namespace(String method) throws Exception {
		Namespace namespace = new Namespace();
		namespace.sysctl("net.ipv4.ping_group_range", method.equals("icmp-dgram") ? "0 0" : "1 0");
		return namespace;
	}

	private static EchoAnswer ask(Pinger pinger, String target) throws InterruptedException {
		LinkedBlockingQueue<EchoAnswer> answers = new LinkedBlockingQueue<>();
		pinger.ask(InetAddress.ofLiteral(target), SECOND, answers::add);
		return answers.poll(10, TimeUnit.SECONDS);
	}

	private static String words(EchoAnswer answer) {
		return switch (answer) {
		case EchoAnswer.Replied(_, var responder, _) -> "replied " + responder.getHostAddress();
		case EchoAnswer.Silent _ -> "silent";
		case EchoAnswer.Refused(var responder, var cause, _) -> cause.code() + " " + responder.getHostAddress();
		case EchoAnswer.NotSent(var cause, _) -> "not sent: " + cause.code();
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "icmp-dgram", "icmp-raw" })
	void bothKindsOfSocketHearBothFamilies(String method) throws Exception {
		try (Namespace namespace = namespace(method); Pinger pinger = namespace.openPinger()) {
			assertEquals(method, pinger.method());
			assertEquals("replied 127.0.0.1", words(ask(pinger, "127.0.0.1")));
			assertEquals("replied 0:0:0:0:0:0:0:1", words(ask(pinger, "::1")));
			Tally tally = new Tally(4096);
			pinger.run(new Sweep(Tally.hosts("127.9.0.0", 4096), 1, Duration.ZERO, SECOND, Sweep.UNLIMITED), tally);
			assertEquals(4096, tally.up.cardinality());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "icmp-dgram", "icmp-raw" })
	void theRoutesOfThisMachineAnswerAtOnce(String method) throws Exception {
		try (Namespace namespace = namespace(method); Pinger pinger = namespace.openPinger()) {
			namespace.ip("route add unreachable 10.1.0.0/24");
			namespace.ip("route add prohibit 10.2.0.0/24");
			namespace.ip("route add blackhole 10.3.0.0/24");
			namespace.ip("-6 route add unreachable fd01::/64");
			namespace.ip("-6 route add prohibit fd02::/64");
			assertEquals("host_unreachable 127.0.0.1", words(ask(pinger, "10.1.0.1")));
			assertEquals("prohibited 127.0.0.1", words(ask(pinger, "10.2.0.1")));
			assertEquals("net_unreachable 127.0.0.1", words(ask(pinger, "10.3.0.1")));
			assertEquals("net_unreachable 127.0.0.1", words(ask(pinger, "10.4.0.1")));
			assertEquals("host_unreachable 0:0:0:0:0:0:0:1", words(ask(pinger, "fd01::1")));
			assertEquals("prohibited 0:0:0:0:0:0:0:1", words(ask(pinger, "fd02::1")));
			assertEquals("net_unreachable 0:0:0:0:0:0:0:1", words(ask(pinger, "fd03::1")));
			assertEquals("replied 127.0.0.1", words(ask(pinger, "127.0.0.1")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "icmp-dgram", "icmp-raw" })
	void aRouterIsNamed(String method) throws Exception {
		try (Namespace here = namespace(method); Namespace router = new Namespace()) {
			here.ip("link add up0 type veth peer name down0 netns " + router.name);
			here.ip("addr add 10.9.0.1/24 dev up0");
			here.ip("addr add fd09::1/64 dev up0 nodad");
			router.ip("addr add 10.9.0.254/24 dev down0");
			router.ip("addr add fd09::fe/64 dev down0 nodad");
			here.ip("link set up0 up");
			router.ip("link set down0 up");
			router.sysctl("net.ipv4.ip_forward", "1");
			router.sysctl("net.ipv4.icmp_ratelimit", "0");
			router.sysctl("net.ipv6.conf.all.forwarding", "1");
			router.sysctl("net.ipv6.icmp.ratelimit", "0");
			here.ip("route add default via 10.9.0.254");
			here.ip("-6 route add default via fd09::fe");
			router.ip("route add unreachable 10.1.0.0/24");
			router.ip("route add prohibit 10.2.0.0/24");
			router.ip("route add blackhole 10.3.0.0/24");
			router.ip("-6 route add unreachable fd01::/64");
			router.ip("-6 route add prohibit fd02::/64");
			try (Pinger pinger = here.openPinger()) {
				assertEquals("replied 10.9.0.254", words(ask(pinger, "10.9.0.254")));
				assertEquals("host_unreachable 10.9.0.254", words(ask(pinger, "10.1.0.1")));
				assertEquals("prohibited 10.9.0.254", words(ask(pinger, "10.2.0.1")));
				assertEquals("silent", words(ask(pinger, "10.3.0.1")));
				assertEquals("net_unreachable 10.9.0.254", words(ask(pinger, "10.4.0.1")));
				assertEquals("net_unreachable fd09:0:0:0:0:0:0:fe", words(ask(pinger, "fd01::1")));
				assertEquals("prohibited fd09:0:0:0:0:0:0:fe", words(ask(pinger, "fd02::1")));
				Tally tally = new Tally(1024);
				pinger.run(Sweep.once(Tally.hosts("10.1.0.0", 256), SECOND), new Tally(256));
				pinger.run(new Sweep(Tally.hosts("10.9.0.254", 1), 1024, Duration.ZERO, SECOND, 10_000), tally);
				assertEquals(1024, tally.up.cardinality(), "errors of others change nothing");
			}
		}
	}

	private static boolean dead(int host) {
		return host % 2 == 1;
	}

	@ParameterizedTest
	@ValueSource(strings = { "icmp-dgram", "icmp-raw" })
	void isExactOnASlowAndLossyLineWithHalfTheHostsDead(String method) throws Exception {
		Random loss = new Random(2);
		try (Namespace namespace = namespace(method);
				TunResponder truth = new TunResponder(namespace, "10.64.0.0/16", Duration.ofMillis(600),
						request -> dead(TunResponder.host(request, 16)) || loss.nextInt(100) < 2 ? List.of()
								: List.of(TunResponder.reply(request)));
				Pinger pinger = namespace.openPinger()) {
			int hosts = 16_384;
			Tally tally = new Tally(hosts);
			long start = System.nanoTime();
			pinger.run(Sweep.once(Tally.hosts("10.64.0.0", hosts), SECOND), tally);
			long took = (System.nanoTime() - start) / 1_000_000;
			BitSet answered = truth.answered();
			System.getLogger("id.posko.probe").log(System.Logger.Level.INFO,
					"exact: {0} hosts by {1}, {2} answered, {3} ms; N/rate + time-out is {4} ms", hosts, method,
					answered.cardinality(), took, hosts / 10 + 1000);
			assertTrue(answered.cardinality() > 7900 && answered.cardinality() < 8192, "the responder itself");
			assertEquals(answered, tally.up);
			assertEquals(hosts - answered.cardinality(), tally.silent.cardinality());
			assertTrue(tally.eachOnce());
			assertEquals(hosts, truth.asked().cardinality());
			for (int i = answered.nextSetBit(0); i >= 0; i = answered.nextSetBit(i + 1)) {
				assertTrue(tally.roundTrips[i] >= 500_000_000, i + " in " + tally.roundTrips[i]);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "icmp-dgram", "icmp-raw" })
	void amongForgedRepliesOnlyTrueOnesCount(String method) throws Exception {
		Random random = new Random(34);
		try (Namespace namespace = namespace(method);
				TunResponder truth = new TunResponder(namespace, "10.64.0.0/16", Duration.ZERO,
						request -> forgeries(request, random));
				Pinger pinger = namespace.openPinger()) {
			Tally tally = new Tally(4096);
			pinger.run(Sweep.once(Tally.hosts("10.64.0.0", 4096), SECOND), tally);
			assertTrue(truth.answered().cardinality() > 2000);
			BitSet odd = new BitSet();
			for (int i = 1; i < 4096; i += 4) {
				odd.set(i);
			}
			assertEquals(odd, tally.up, "hosts that answered truly after the forgeries");
			assertTrue(tally.eachOnce());
			assertEquals(4096 - 1024, tally.silent.cardinality());
		}
	}

	/** Eight packets that are no answer, and for every fourth host a true one after them. */
	private static List<byte[]> forgeries(byte[] request, Random random) {
		int host = TunResponder.host(request, 16);
		byte[] fromAnother = TunResponder.reply(request);
		fromAnother[15] ^= 1;
		byte[] nonce = TunResponder.reply(request);
		nonce[28 + random.nextInt(8)] ^= 1 << random.nextInt(8);
		byte[] slot = TunResponder.reply(request);
		slot[36 + random.nextInt(4)] ^= 1 << random.nextInt(8);
		byte[] generation = TunResponder.reply(request);
		generation[40 + random.nextInt(4)] ^= 1 << random.nextInt(8);
		byte[] cut = Arrays.copyOf(TunResponder.reply(request), 28 + random.nextInt(15));
		byte[] type = TunResponder.reply(request);
		type[20] = (byte) (1 + random.nextInt(40));
		byte[] noise = TunResponder.reply(request);
		for (int i = 21; i < noise.length; i++) {
			noise[i] = (byte) random.nextInt();
		}
		byte[] error = TunResponder.error(request, 3, 1, new byte[] { 10, 9, 9, 9 }, 64);
		error[48 + 8 + random.nextInt(8)] ^= 1;
		List<byte[]> all = new ArrayList<>(List.of(fromAnother, nonce, slot, generation, cut, type, noise));
		all.forEach(TunResponder::summed);
		all.add(TunResponder.summed(error));
		if (host % 4 == 1) {
			all.add(TunResponder.reply(request));
			all.add(TunResponder.reply(request));
		}
		return all;
	}

	@ParameterizedTest
	@ValueSource(strings = { "icmp-dgram", "icmp-raw" })
	void errorsThatQuoteTheHeaderOnlyAreOursToo(String method) throws Exception {
		byte[] router = { 10, 9, 9, 9 };
		try (Namespace namespace = namespace(method);
				TunResponder _ = new TunResponder(namespace, "10.64.0.0/16", Duration.ZERO,
						request -> List.of(TunResponder.error(request, 11, 0, router, 8)));
				Pinger pinger = namespace.openPinger()) {
			Tally tally = new Tally(500);
			pinger.run(Sweep.once(Tally.hosts("10.64.0.0", 500), SECOND), tally);
			assertEquals(500, tally.refused.size());
			assertTrue(tally.refused.values().stream().allMatch(new Tally.Refusal("ttl_exceeded", "10.9.9.9")::equals));
		}
	}

	@Test
	void repliesToOtherProgramsCountForNothing() throws Exception {
		try (Namespace namespace = namespace("icmp-raw");
				TunResponder _ = new TunResponder(namespace, "10.64.0.0/16", Duration.ZERO,
						request -> request.length < 80 ? List.of(TunResponder.reply(request)) : List.of());
				Pinger pinger = namespace.openPinger()) {
			Process fping = new ProcessBuilder("ip", "netns", "exec", namespace.name, "ping", "-q", "-n", "-c", "300",
					"-i", "0.002", "-s", "20", "10.64.0.7").start();
			Tally tally = new Tally(20);
			pinger.run(new Sweep(Tally.hosts("10.64.0.7", 1), 20, Duration.ofMillis(10), Duration.ofMillis(300), 1000),
					tally);
			String said = new String(fping.getInputStream().readAllBytes());
			assertTrue(said.matches("(?s).* (2[5-9]\\d|300) received.*"), said);
			assertEquals(20, tally.silent.cardinality());
		}
	}

	/** The pinger's thread is held up while more replies come than its buffer takes. */
	@Test
	void silenceProvesNothingWhereRepliesWereLostOnThisMachine() throws Exception {
		int hosts = 4096;
		int copies = 8;
		try (Namespace namespace = namespace("icmp-raw");
				TunResponder truth = new TunResponder(namespace, "10.64.0.0/16", Duration.ofMillis(500),
						request -> Collections.nCopies(copies, TunResponder.reply(request)));
				Pinger pinger = namespace.openPinger()) {
			Tally tally = new Tally(hosts);
			Thread sweeping = Thread.ofVirtual().start(() -> {
				try {
					pinger.run(new Sweep(Tally.hosts("10.64.0.0", hosts), 1, Duration.ZERO, Duration.ofSeconds(3), 100_000),
							tally);
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			});
			while (truth.written.get() == 0) {
				Thread.onSpinWait();
			}
			long giveUp = System.nanoTime() + 20_000_000_000L;
			pinger.ask(InetAddress.ofLiteral("127.0.0.1"), SECOND, _ -> {
				while (truth.written.get() < hosts * copies && System.nanoTime() < giveUp) {
					Thread.onSpinWait();
				}
			});
			sweeping.join();
			assertTrue(tally.eachOnce());
			assertEquals(hosts, truth.answered().cardinality());
			assertEquals(0, tally.silent.cardinality());
			assertEquals(hosts, tally.up.cardinality() + tally.notSent.size());
			assertTrue(tally.notSent.values().stream().allMatch("answers_lost"::equals));
			assertFalse(tally.notSent.isEmpty(), "the buffer took everything: the test proves nothing");
		}
	}

	@Test
	void closingAnswersWhatIsOnItsWay() throws Exception {
		try (Namespace namespace = namespace("icmp-raw");
				TunResponder _ = new TunResponder(namespace, "10.64.0.0/16", Duration.ZERO, _ -> List.of())) {
			Pinger pinger = namespace.openPinger();
			LinkedBlockingQueue<EchoAnswer> answers = new LinkedBlockingQueue<>();
			for (InetAddress host : Tally.hosts("10.64.0.0", 300)) {
				pinger.ask(host, Duration.ofMinutes(10), answers::add);
			}
			assertEquals("replied 127.0.0.1", words(ask(pinger, "127.0.0.1")));
			pinger.close();
			assertEquals(300, answers.size());
			assertTrue(answers.stream().allMatch(a -> words(a).equals("not sent: stopped")));
		}
	}

	/** Dead neighbours are given up after 0.9 s instead of 3 s, so that the machine's table is full for less long. */
	@Test
	void amongFourThousandDeadNeighboursNoLiveHostIsCalledDown() throws Exception {
		try (Namespace here = namespace("icmp-raw"); Namespace there = new Namespace()) {
			here.ip("link add up0 address 02:00:00:00:00:01 type veth peer name down0 netns " + there.name);
			here.ip("addr add 10.128.0.1/16 dev up0");
			there.ip("addr add 10.128.255.254/16 dev down0");
			there.ip("route add local 10.128.32.0/20 dev lo");
			here.ip("link set up0 up");
			there.ip("link set down0 up");
			here.sysctl("net.ipv4.neigh.up0.retrans_time_ms", "300");
			there.ip("neigh replace 10.128.0.1 lladdr 02:00:00:00:00:01 dev down0 nud permanent");
			try (Pinger pinger = here.openPinger()) {
				List<InetAddress> live = Tally.hosts("10.128.32.0", 100);
				List<InetAddress> dead = Tally.hosts("10.128.16.0", 4000);
				List<InetAddress> mixed = new ArrayList<>(dead);
				for (int i = 0; i < live.size(); i++) {
					mixed.add(i * 41, live.get(i));
				}
				Tally tally = new Tally(mixed.size());
				pinger.run(Sweep.once(mixed, SECOND), tally);
				assertTrue(tally.eachOnce());
				int up = 0;
				for (int i = 0; i < live.size(); i++) {
					int request = i * 41;
					up += tally.up.get(request) ? 1 : 0;
					assertTrue(tally.up.get(request) || "buffer_full".equals(tally.notSent.get(request)),
							"live host " + i + " called down: " + tally.refused.get(request));
				}
				assertEquals(up, tally.up.cardinality());
				assertTrue(up > 0);
				System.getLogger("id.posko.probe").log(System.Logger.Level.INFO,
						"neighbours: {0} of {1} live up, {2} of {3} not sent", up, live.size(), tally.notSent.size(),
						mixed.size());
			}
		}
	}
}
