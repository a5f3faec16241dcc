package id.posko.probe.web;

import static id.posko.probe.web.Site.page;
import static id.posko.probe.web.Site.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.health.Answer;

/** Websites that hang, babble, lie and never end: each is an answer with its reason, in time and in bounds. */
@Timeout(60)
class BadSitesTest {

	private static final Duration SHORT = Duration.ofMillis(800);

	private final WebCheck check = new WebCheck(WebCheckTest.NAMES, Optional.empty(), InstantSource.system());

	private Answer ask(Site.Behaviour behaviour, Duration timeout) throws IOException, InterruptedException {
		try (Site site = new Site(behaviour)) {
			return check.ask(site.device(""), timeout);
		}
	}

	private String answered(String octets) throws IOException, InterruptedException {
		return said(ask((_, out) -> out.write(octets.getBytes(StandardCharsets.ISO_8859_1)), WebCheckTest.LONG));
	}

	private static Site.Behaviour endless(String head, String again) {
		byte[] flood = again.repeat(1 + 60_000 / again.length()).getBytes(StandardCharsets.ISO_8859_1);
		return (_, out) -> {
			out.write(head.getBytes(StandardCharsets.ISO_8859_1));
			while (true) {
				out.write(flood);
			}
		};
	}

	private static Site.Behaviour trickle(String head, String drop) {
		return (_, out) -> {
			out.write(head.getBytes(StandardCharsets.ISO_8859_1));
			while (true) {
				out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
				out.flush();
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
			}
		};
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "HTTP/1.1 200 |a", "|a", "HTTP/1.1 200 OK\\r\\nX|a", "HTTP/1.1 200 OK\\r\\nX: |a",
			"HTTP/1.1 200 OK\\r\\n|X: y\\r\\n", "|HTTP/1.1 100 Continue\\r\\n\\r\\n", "|HTTP/1.1 103 Hints\\r\\nLink: x\\r\\n\\r\\n",
			"|\\r\\n", "HTTP/1.1 200 OK\\r\\nX: y\\r\\n|' y\\r\\n'" })
	void aHeadWithoutEndIsNotReadToIt(String head, String again) throws Exception {
		String said = said(ask(endless(head == null ? "" : unescaped(head), unescaped(again)), WebCheckTest.LONG));
		assertTrue(said.startsWith("Failed web_garbled "), said);
	}

	private static String unescaped(String text) {
		return text.replace("\\r", "\r").replace("\\n", "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Content-Type: text/html\r\n", "Content-Length: 9999999999\r\n" })
	void aBodyWithoutEndIsReadToTheLimit(String fields) throws Exception {
		long before = used();
		Answer answer = ask(endless("HTTP/1.1 200 OK\r\n" + fields + "\r\n", "dukcapil "), WebCheckTest.LONG);
		assertEquals("Impaired web_large 2", said(answer));
		assertEquals(Optional.of("too_large"), Site.reading(answer, "web.size").rejected());
		assertTrue(used() - before < 64 << 20, "memory");
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Test
	void chunksWithoutEndAreReadToTheLimit() throws Exception {
		assertEquals("Impaired web_large 2", said(ask(endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
				"5\r\nabcde\r\n"), WebCheckTest.LONG)));
		assertTrue(said(ask(endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", "x"), WebCheckTest.LONG))
				.startsWith("Failed web_broken "));
	}

	@Test
	void whatTricklesEndsAtTheDeadline() throws Exception {
		assertEquals("Failed web_silent PT0.8S", said(ask(trickle("HTTP/1.1 200 OK\r\nX: ", "y"), SHORT)));
		assertEquals("Failed web_unfinished PT0.8S", said(ask(trickle("HTTP/1.1 200 OK\r\n\r\n", "y"), SHORT)));
		assertEquals("Failed web_unfinished PT0.8S", said(ask(trickle("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
				"1\r\ny\r\n"), SHORT)));
	}

	@Test
	void redirectionsThatTakeTheirTimeEndAtTheSameDeadline() throws Exception {
		assertEquals("Failed web_silent PT0.8S", said(ask((path, out) -> {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
			out.write(page("302 Found", "Location: " + path + "x\r\n", ""));
		}, SHORT)));
	}

	@Test
	void oneThatHangsIsGivenUp() throws Exception {
		assertEquals("Failed web_silent PT0.8S", said(ask((_, _) -> LockSupport.parkNanos(3_000_000_000L), SHORT)));
		try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			assertEquals("Failed silent PT0.4S", said(check.ask(Site.device("127.0.0.1:" + deaf.getLocalPort(), ""), SHORT)),
					"no TLS");
			List<Socket> waiting = fill(deaf);
			assertEquals("Failed silent PT0.4S",
					said(check.ask(Site.device("127.0.0.1:" + deaf.getLocalPort(), "web.scheme=http"), SHORT)), "no connection");
			for (Socket socket : waiting) {
				socket.close();
			}
		}
	}

	/** Connects until it takes no more connections. */
	private static List<Socket> fill(ServerSocket deaf) throws IOException {
		List<Socket> waiting = new ArrayList<>();
		try {
			while (waiting.size() < 10) {
				waiting.add(new Socket());
				waiting.getLast().connect(deaf.getLocalSocketAddress(), 100);
			}
		} catch (SocketTimeoutException _) { // full
			return waiting;
		}
		throw new AssertionError("never full");
	}

	@Test
	void anInterruptEndsTheAsking() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		CompletableFuture<String> ended = new CompletableFuture<>();
		try (Site site = new Site((_, _) -> {
			asked.countDown();
			try {
				over.await();
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		})) {
			Thread asking = Thread.ofVirtual().start(() -> {
				try {
					ended.complete(said(check.ask(site.device(""), WebCheckTest.LONG)));
				} catch (InterruptedException _) {
					ended.complete("interrupted");
				}
			});
			asked.await();
			asking.interrupt();
			assertEquals("interrupted", ended.get(5, TimeUnit.SECONDS));
			over.countDown();
		}
	}

	@Test
	void oneThatClosesOrResetsIsDown() throws Exception {
		assertEquals("Failed web_closed", answered(""));
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
			Thread.ofVirtual().start(() -> {
				while (!server.isClosed()) {
					try (Socket connection = server.accept()) {
						connection.getInputStream().read();
						connection.setSoLinger(true, 0);
					} catch (IOException _) { // the test is over
						return;
					}
				}
			});
			assertEquals("Failed web_broken Connection reset",
					said(check.ask(Site.device("127.0.0.1:" + server.getLocalPort(), "web.scheme=http"), WebCheckTest.LONG)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\u0000\u0001\u0002\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
			"HTTP/1.1 101 Switching\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nX: y" })
	void whatIsNoAnswerIsSaid(String octets) throws Exception {
		String said = answered(octets);
		assertTrue(said.matches("Failed web_(garbled|broken|closed)( .+)?"), said);
	}

	@Test
	void nothingIsLeftRunning() throws Exception {
		try (Site site = new Site((_, out) -> out.write(page("200 OK", "", "x")))) {
			for (int i = 0; i < 60; i++) {
				assertInstanceOf(Answer.Answered.class, check.ask(site.device(""), WebCheckTest.LONG));
			}
		}
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (clients() > 5 && System.nanoTime() < deadline) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		assertTrue(clients() <= 5, () -> clients() + " threads");
		assertThrows(InterruptedException.class, () -> {
			Thread.currentThread().interrupt();
			check.ask(Site.device("127.0.0.1:1", "web.scheme=http"), WebCheckTest.LONG);
		});
	}

	/** A client whose request broke was held by the request, which the client held. */
	@Test
	void whatIsOverIsForgotten() throws Exception {
		CertificateWatch watch = new CertificateWatch(CertificateWatch.known(), "127.0.0.1", Instant.EPOCH);
		List<WeakReference<Browser>> over = new ArrayList<>();
		for (String octets : List.of("garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc", "",
				"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", "HTTP/1.1 200 OK\r\nX")) {
			try (Site site = new Site((_, out) -> out.write(octets.getBytes(StandardCharsets.US_ASCII)));
					Browser browser = new Browser(watch, WebCheckTest.LONG, System.nanoTime())) {
				over.add(new WeakReference<>(browser));
				browser.get(URI.create("http://127.0.0.1:" + site.port() + "/"));
			}
		}
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (over.stream().anyMatch(each -> each.get() != null) && System.nanoTime() < deadline) {
			System.gc();
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
		assertEquals(List.of(), over.stream().filter(each -> each.get() != null).toList());
	}

	private static long clients() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains("SelectorManager"))
				.count();
	}
}
