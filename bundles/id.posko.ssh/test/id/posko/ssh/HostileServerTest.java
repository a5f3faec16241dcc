package id.posko.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Pocket;

/** Servers that hang, babble and lie. */
@Timeout(300)
class HostileServerTest {

	private static final byte[] NOTHING = {};
	private static final Limits SHORT = new Limits(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(600),
			Duration.ofMillis(600), Duration.ofSeconds(150), 200, Duration.ofMinutes(10), 64 * 1024, Duration.ofMillis(300));
	/** For what is to get as far as the login on a busy machine. */
	private static final Limits UNHURRIED = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20),
			Duration.ofSeconds(3), Duration.ofSeconds(150), 200, Duration.ofMinutes(10), 64 * 1024, Duration.ofMillis(300));
	private static final Duration MOST = Duration.ofSeconds(5);

	@TempDir
	Path folder;
	private final Pocket pocket = new Pocket().with("afis", "rahasia");

	/** What one connection gets to see. */
	private interface Manners {
		void meet(Socket client) throws IOException;
	}

	private Outcome ask(Manners manners) throws IOException, InterruptedException {
		try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				Connections connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, SHORT, Instant::now)) {
			AtomicReference<Socket> met = new AtomicReference<>();
			Thread.ofVirtual().start(() -> {
				try (Socket client = listening.accept()) {
					met.set(client);
					manners.meet(client);
				} catch (IOException _) {
					// the client has enough of it
				}
			});
			return connections.run(target(listening.getLocalPort()), "true", NOTHING, MOST);
		}
	}

	private static Target target(int port) {
		return Sshd.target(port, "posko", Optional.of("afis"), Optional.empty());
	}

	private static void silence(Socket client) throws IOException {
		client.getInputStream().transferTo(OutputStream.nullOutputStream());
	}

	private static void say(Socket client, String words) throws IOException {
		client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static Stage stage(Outcome outcome) {
		return assertInstanceOf(Outcome.Silent.class, outcome).stage();
	}

	@Test
	void silenceBeforeTheBanner() throws Exception {
		assertEquals(Stage.BANNER, stage(ask(HostileServerTest::silence)));
	}

	@Test
	void aBannerThatComesByteByByteForEver() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		Outcome outcome = ask(client -> {
			try {
				while (!over.await(50, TimeUnit.MILLISECONDS)) {
					say(client, "x");
				}
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		});
		over.countDown();
		assertEquals(Stage.BANNER, stage(outcome));
	}

	@Test
	void endlessLinesBeforeTheBannerFillNoMemory() throws Exception {
		Outcome outcome = ask(client -> {
			while (true) {
				say(client, "welcome\r\n".repeat(1000));
			}
		});
		assertEquals(Stage.BANNER, assertInstanceOf(Outcome.Broken.class, outcome).stage());
	}

	@Test
	void garbageInsteadOfABanner() throws Exception {
		for (String garbage : new String[] { "HTTP/1.1 400 Bad Request\r\n\r\n", "\0\1\2\3", "SSH-1.5-old\r\n", "\n",
				"SSH-2.0-" + "x".repeat(5000) + "\r\n" }) {
			Outcome outcome = ask(client -> say(client, garbage));
			assertEquals(Stage.BANNER, assertInstanceOf(Outcome.Broken.class, outcome).stage(), garbage);
		}
	}

	@Test
	void silenceAfterTheBanner() throws Exception {
		assertEquals(Stage.KEY_EXCHANGE, stage(ask(client -> {
			say(client, "SSH-2.0-x\r\n");
			silence(client);
		})));
	}

	@Test
	void garbageAfterTheBanner() throws Exception {
		Random random = new Random(7);
		int runs = Boolean.getBoolean("posko.long") ? 3000 : 60;
		for (int i = 0; i < runs; i++) {
			byte[] garbage = new byte[random.nextInt(3000)];
			random.nextBytes(garbage);
			if (i % 2 == 0 && garbage.length > 6) { // a packet of a possible length with a possible message
				int length = (garbage.length - 4) / 8 * 8 + 4;
				garbage[0] = garbage[1] = 0;
				garbage[2] = (byte) (length >> 8);
				garbage[3] = (byte) length;
				garbage[4] = 4;
				garbage[5] = (byte) (new int[] { 1, 2, 3, 4, 6, 20, 21, 30, 31, 33, 51, 60 })[random.nextInt(12)];
			}
			Outcome outcome = ask(client -> {
				say(client, "SSH-2.0-x\r\n");
				client.getOutputStream().write(garbage);
			});
			assertTrue(outcome instanceof Outcome.Broken || outcome instanceof Outcome.NothingInCommon
					|| outcome instanceof Outcome.Silent, outcome.toString());
		}
	}

	/** A real server behind a line that goes dead after any number of bytes. */
	@Test
	void thoseWhoWaitedForATryInVainDoNotTryAgain() throws Exception {
		AtomicInteger tries = new AtomicInteger();
		try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				Connections connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, SHORT, Instant::now)) {
			CountDownLatch first = new CountDownLatch(1);
			CountDownLatch both = new CountDownLatch(1);
			Thread.ofVirtual().start(() -> {
				while (!listening.isClosed()) {
					try (Socket client = listening.accept()) {
						tries.incrementAndGet();
						first.countDown();
						both.await();
						silence(client);
					} catch (IOException | InterruptedException _) {
						// the client has enough of it
					}
				}
			});
			Target target = target(listening.getLocalPort());
			FutureTask<Outcome> one = new FutureTask<>(() -> connections.run(target, "true", NOTHING, MOST));
			FutureTask<Outcome> other = new FutureTask<>(() -> connections.run(target, "true", NOTHING, MOST));
			Thread.ofVirtual().start(one);
			first.await();
			Thread waiting = Thread.ofVirtual().start(other);
			while (waiting.getState() != Thread.State.TIMED_WAITING) {
				Thread.onSpinWait();
			}
			both.countDown();
			assertEquals(Stage.BANNER, stage(one.get()));
			assertEquals(one.get(), other.get());
			assertEquals(1, tries.get());
		}
	}

	@Test
	void whereverTheServerStopsItEndsInTimeAndNamesTheStage() throws Exception {
		assumeTrue(Sshd.isHere(), "no OpenSSH server: apt-get install openssh-server");
		try (Sshd sshd = new Sshd(folder)) {
			pocket.with("key", sshd.userKey());
			long all;
			try (StallingProxy proxy = new StallingProxy(sshd.port, Long.MAX_VALUE);
					Connections connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, Limits.DEFAULT, Instant::now)) {
				assertInstanceOf(Outcome.Ran.class, ask(connections, sshd, proxy, Duration.ofMinutes(1)));
				all = proxy.passed.get();
			}
			Stage last = Stage.CONNECT;
			int steps = Boolean.getBoolean("posko.long") ? 40 : 8;
			for (int i = 0; i < steps; i++) {
				try (StallingProxy proxy = new StallingProxy(sshd.port, all * i / steps);
						Connections connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, SHORT, Instant::now)) {
					Outcome outcome = ask(connections, sshd, proxy, Duration.ofSeconds(3));
					Stage stage = stage(outcome);
					assertTrue(stage.compareTo(last) >= 0, stage + " after " + last);
					last = stage;
				}
			}
			assertEquals(Stage.COMMAND, last);
		}
	}

	private static Outcome ask(Connections connections, Sshd sshd, StallingProxy proxy, Duration timeout)
			throws InterruptedException {
		Target real = sshd.byKey();
		return connections.run(Sshd.target(proxy.port(), real.user(), real.secret(), real.key()), "echo well", NOTHING,
				timeout);
	}

	/** An unanswered password may have counted as a wrong one. */
	@Test
	void aLoginThatIsNotAnsweredRests() throws Exception {
		assumeTrue(Sshd.isHere(), "no OpenSSH server: apt-get install openssh-server");
		AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T01:00:00Z"));
		try (Sshd sshd = new Sshd(folder)) {
			pocket.with("key", sshd.userKey());
			long login = bytesAskedForALogin(sshd);
			try (StallingProxy proxy = new StallingProxy(sshd.port, Long.MAX_VALUE);
					Connections connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, UNHURRIED, now::get)) {
				proxy.mostAsked = login - 20;
				assertEquals(Stage.LOGIN, stage(ask(connections, sshd, proxy, Duration.ofMinutes(1))));
				proxy.mostAsked = Long.MAX_VALUE;
				Outcome.LoginResting resting = assertInstanceOf(Outcome.LoginResting.class, ask(connections, sshd, proxy, Duration.ofMinutes(1)));
				assertEquals(now.get().plus(UNHURRIED.rest()), resting.until());
				now.set(resting.until());
				assertInstanceOf(Outcome.Ran.class, ask(connections, sshd, proxy, Duration.ofMinutes(1)));
			}
		}
	}

	/** What the server says after a login may come at any time; what it is asked does not. */
	private long bytesAskedForALogin(Sshd sshd) throws IOException, InterruptedException {
		try (StallingProxy proxy = new StallingProxy(sshd.port, Long.MAX_VALUE)) {
			Opening opening = new Opening(Sshd.target(proxy.port(), sshd.byKey().user(), Optional.empty(), Optional.of("key")),
					new Algorithms(), new HostKeys(folder.resolve("other_hosts")), Limits.DEFAULT, Duration.ofSeconds(10));
			Credential credential = assertInstanceOf(Credential.Found.Ready.class,
					Credential.find(sshd.byKey(), pocket, opening.client())).credential();
			assertEquals(Optional.empty(), opening.open(credential));
			long asked = proxy.asked.get(); // without the leave that is taken below
			opening.client().close();
			return asked;
		}
	}

	@Test
	void anInterruptEndsEveryStageAtOnce() throws Exception {
		try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				Connections connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, Limits.DEFAULT, Instant::now)) {
			AtomicReference<Thread> asking = new AtomicReference<>();
			asking.set(Thread.ofVirtual().start(() -> {
				try {
					connections.run(target(listening.getLocalPort()), "true", NOTHING, Duration.ofSeconds(60));
				} catch (InterruptedException _) {
					// as wanted
				}
			}));
			try (Socket client = listening.accept()) {
				say(client, "SSH-2.0-x\r\n");
				asking.get().interrupt();
				assertTrue(asking.get().join(Duration.ofSeconds(2)));
				silence(client); // returns since the other side is closed
			}
		}
	}
}
