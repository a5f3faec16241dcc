package id.posko.probe.web;

import static id.posko.probe.web.Site.page;
import static id.posko.probe.web.Site.reading;
import static id.posko.probe.web.Site.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.kit.Device;
import id.posko.kit.Words;
import id.posko.probe.Devices;
import id.posko.probe.Peer;
import id.posko.probe.icmp.IcmpCheck;
import id.posko.probe.name.Names;
import id.posko.probe.tcp.TcpCheck;

/** A website over HTTP: its page, its redirections, its time, and what it is told. */
@Timeout(60)
class WebCheckTest {

	static final Duration LONG = Duration.ofSeconds(20);
	static final Names NAMES = new Names(InetAddress::getByName, InstantSource.system());
	private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";

	private final WebCheck check = new WebCheck(NAMES, Optional.empty(), InstantSource.system());

	@AfterAll
	static void close() {
		NAMES.close();
	}

	private Answer ask(Site.Behaviour behaviour, String access) throws IOException, InterruptedException {
		try (Site site = new Site(behaviour)) {
			return check.ask(site.device(access), LONG);
		}
	}

	private Answer ask(byte[] answer, String access) throws IOException, InterruptedException {
		return ask((_, out) -> out.write(answer), access);
	}

	@Test
	void aPageIsReadWithAllThatIsKnownOfIt() throws Exception {
		Answer answer = ask(page("200 OK", HTML, "<h1>Dinas Dukcapil</h1>"), "web.text=Dinas Dukcapil; web.path=/beranda?a=1");
		assertEquals("Answered answered", said(answer));
		assertEquals("web", answer.evidence().method());
		assertEquals(Optional.of("127.0.0.1"), answer.evidence().responder());
		assertEquals(Optional.empty(), answer.evidence().roundTrip(), "a page's time is no measure of the line");
		assertEquals(200, reading(answer, "web.status").value().getAsDouble());
		double first = reading(answer, "web.first").value().getAsDouble();
		assertTrue(first > 0 && first <= reading(answer, "web.total").value().getAsDouble(), answer.toString());
		assertEquals(23, reading(answer, "web.size").value().getAsDouble());
		assertEquals(Optional.of("text/html; charset=utf-8"), reading(answer, "web.type").state());
		assertEquals(Optional.of("found"), reading(answer, "web.text").state());
		assertEquals(Optional.empty(), Site.find(answer, "web.certificate"));
	}

	@Test
	void itIsAskedPlainlyAndAlone() throws Exception {
		try (Site site = new Site((path, out) -> out.write(path.equals("/") ? page("302 Found",
				"Location: /dua\r\nSet-Cookie: a=b\r\n", "") : page("401 No", "WWW-Authenticate: Basic realm=\"x\"\r\n", "")))) {
			assertEquals("Failed web_status 401", said(check.ask(site.device(""), LONG)));
			assertEquals(2, site.requests().size());
			for (String request : site.requests()) {
				String head = request.toLowerCase(Locale.ROOT);
				assertTrue(head.startsWith("get /"), head);
				assertTrue(head.contains("\r\nuser-agent: posko\r\n"), head);
				for (String never : new String[] { "cookie:", "authorization:", "upgrade:", "accept-encoding:" }) {
					assertFalse(head.contains(never), head);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 304, 400, 403, 404, 410, 418, 429, 500, 502, 503, 504 })
	void otherThanAPageItIsDown(int status) throws Exception {
		Answer answer = ask(page(status + " X", HTML, status == 304 ? "" : "maaf"), "");
		assertEquals("Failed web_status " + status, said(answer));
		assertEquals(status, reading(answer, "web.status").value().getAsDouble());
	}

	@Test
	void theExpectedTextDecides() throws Exception {
		byte[] answer = page("200 OK", HTML, "<p>Layanan  Dukcapil &amp; KTP-el</p>");
		assertEquals("Answered answered", said(ask(answer, "web.text=KTP-el")));
		assertEquals("Failed web_text_missing Under construction", said(ask(answer, "web.text=Under construction")));
		assertEquals("Failed web_text_missing x", said(ask(page("204 None", "", ""), "web.text=x")));
		assertEquals("Answered answered", said(ask(page("200 OK", "", ""), "")));
		assertEquals("Situs menjawab, tetapi tulisan \"x\" tidak ada di halamannya.",
				Cause.of("web_text_missing", "x").sentence(Words.INDONESIAN));
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8,utf-8", "ISO-8859-1,iso-8859-1", "UTF-16,\"utf-16\"", "ISO-8859-1,tidak-ada", "UTF-8,", "UTF-8,%%%" })
	void theTextIsReadInThePagesCharset(String charset, String named) throws Exception {
		Answer answer = ask(page("200 OK", named == null ? "" : "Content-Type: text/html; Charset=" + named + "\r\n",
				"Selamat datang, Siti Café".getBytes(charset)), "web.text=Siti Café");
		assertEquals("Answered answered", said(answer));
	}

	private static byte[] packed(byte[] plain) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write(plain);
		}
		return packed.toByteArray();
	}

	@Test
	void aPackedPageIsUnpackedAndADamagedOneSaid() throws Exception {
		byte[] packed = packed("Dinas Dukcapil".repeat(100).getBytes(StandardCharsets.UTF_8));
		String field = "Content-Encoding: GZIP\r\n";
		Answer good = ask(page("200 OK", field, packed), "web.text=Dinas Dukcapil");
		assertEquals("Answered answered", said(good));
		assertEquals(packed.length, reading(good, "web.size").value().getAsDouble());
		assertEquals(Optional.of("GZIP"), reading(good, "web.encoding").state());
		packed[packed.length / 2] ^= 0x55;
		assertTrue(said(ask(page("200 OK", field, packed), "web.text=x")).startsWith("Failed web_garbled gzip"));
		assertTrue(said(ask(page("200 OK", field, "not packed"), "")).startsWith("Failed web_garbled gzip"));
	}

	@Test
	void aPackedFloodIsUnpackedToTheLimitOnly() throws Exception {
		byte[] bomb = packed(new byte[128 << 20]);
		assertTrue(bomb.length < 200_000);
		assertEquals("Impaired web_large 2", said(ask(page("200 OK", "Content-Encoding: gzip\r\n", bomb), "")));
		assertEquals("Failed web_text_missing x", said(ask(page("200 OK", "Content-Encoding: gzip\r\n", bomb), "web.text=x")));
	}

	@Test
	void anEncodingThatIsNotReadLeavesTheTextOpen() throws Exception {
		byte[] answer = page("200 OK", "Content-Encoding: br\r\n", "?");
		assertEquals("Impaired web_encoding br", said(ask(answer, "web.text=x")));
		assertEquals("Answered answered", said(ask(answer, "")));
	}

	@Test
	void redirectionsWithinTheWebsiteAreFollowedAndTold() throws Exception {
		Answer answer = ask((path, out) -> out.write(switch (path) {
		case "/" -> page("301 Moved", "Location: /id\r\n", "");
		case "/id" -> page("302 Found", "Location: ?halaman=1#atas\r\n", "");
		case "/id?halaman=1" -> page("307 Temporary", "Location: akhir%20nya\r\n", "");
		default -> page("200 OK", HTML, path);
		}), "web.text=/akhir%20nya");
		assertEquals("Answered answered", said(answer));
		assertEquals(Optional.of("301 /id → 302 ?halaman=1#atas → 307 akhir%20nya"),
				reading(answer, "web.redirect").state());
	}

	@Test
	void aLoopOfRedirectionsEnds() throws Exception {
		try (Site site = new Site((path, out) -> out.write(page("302 Found", "Location: " + path + "x\r\n", "")))) {
			assertEquals("Failed web_redirections 5", said(check.ask(site.device(""), LONG)));
			assertEquals(6, site.requests().size());
		}
	}

	@Test
	void anotherAddressIsReportedAndNotAsked() throws Exception {
		try (Site other = new Site((_, out) -> out.write(page("200 OK", HTML, "sini")))) {
			for (String place : new String[] { "http://127.0.0.1:" + other.port() + "/", "http://localhost:PORT/",
					"//127.0.0.2:PORT/", "https://127.0.0.1:PORT/", "ftp://127.0.0.1:PORT/", "file:///etc/passwd",
					"javascript:alert(1)", "mailto:a@b", "http://siti:rahasia@127.0.0.1:PORT/", "http://[", "http:///x",
					"http://127.0.0.1:99999/", "jar:http://127.0.0.1:PORT/x!/y", "%", "http://127.0.0.1:PORT\\x" }) {
				try (Site site = new Site((path, out) -> out.write(path.equals("/") ? page("302 Found", "Location: "
						+ place + "\r\n", "") : page("200 OK", HTML, path)))) {
					String there = place.replace("PORT", Integer.toString(site.port()));
					Answer answer = check.ask(Site.device("127.0.0.1:" + site.port(), "web.scheme=http"), LONG);
					assertEquals("Impaired web_elsewhere " + place, said(answer));
					assertEquals(1, site.connections(), there);
				}
			}
			assertEquals(0, other.connections());
		}
	}

	@Test
	void aSlowWebsiteIsToldUntilItIsClearlyFaster() throws Exception {
		long[] pause = { 0 };
		try (Site site = new Site((_, out) -> {
			LockSupport.parkNanos(pause[0] * 1_000_000);
			out.write(page("200 OK", HTML, "x"));
		})) {
			assertEquals("Answered answered", said(check.ask(site.device("web.limit.first=5; web.limit.total=9"), LONG)));
			Device strict = site.device("web.limit.first=0,3");
			pause[0] = 400;
			Answer slow = check.ask(strict, LONG);
			assertTrue(said(slow).matches("Impaired web_slow_first PT0\\.[4-9]\\d*S \\| PT0\\.3S"), said(slow));
			assertTrue(slow.cause().sentence(Words.INDONESIAN).matches("Situs lambat: baru menjawab setelah \\d{3} ms, batasnya 300 ms."),
					slow.cause().sentence(Words.INDONESIAN));
			pause[0] = 275;
			assertTrue(said(check.ask(strict, LONG)).startsWith("Impaired web_slow_first"), "within the margin");
			pause[0] = 0;
			assertEquals("Answered answered", said(check.ask(strict, LONG)));
		}
		assertTrue(said(ask((_, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			LockSupport.parkNanos(300_000_000);
			out.write('y');
		}, "web.limit.total=0.2")).startsWith("Impaired web_slow PT0."));
	}

	@Test
	void whereNobodyListensItIsRefused() throws Exception {
		int free = Peer.freeTcpPort();
		assertEquals("Failed connection_refused " + free,
				said(check.ask(Site.device("127.0.0.1:" + free, "web.scheme=http"), LONG)));
		assertEquals("Failed connection_refused " + free, said(check.ask(Site.device("127.0.0.1:" + free, ""), LONG)));
		assertEquals("Failed connection_refused " + free, said(check.ask(Site.device("[::1]:" + free, ""), LONG)));
	}

	@Test
	void aNameNobodyKnowsAndOneThatIsLate() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		try (Names none = new Names(host -> {
			throw new UnknownHostException(host);
		}, InstantSource.system()); Names late = new Names(_ -> {
			try {
				never.await();
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			throw new UnknownHostException();
		}, InstantSource.system())) {
			Device site = Site.device("dukcapil.example", "");
			assertEquals("Failed name_unknown dukcapil.example",
					said(new WebCheck(none, Optional.empty(), InstantSource.system()).ask(site, LONG)));
			assertEquals("Broken name_slow dukcapil.example | PT0.2S",
					said(new WebCheck(late, Optional.empty(), InstantSource.system()).ask(site, Duration.ofMillis(200))));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "web.scheme=ftp|web.scheme", "web.scheme=file|web.scheme", "web.path=beranda|web.path",
			"web.path=/a b|web.path", "web.path=/a#b|web.path", "web.path=/{x}|web.path", "web.path=/%zz|web.path",
			"web.path=/é|web.path", "web.limit.first=0|web.limit.first", "web.limit.total=cepat|web.limit.total",
			"web.limit.certificate=-3|web.limit.certificate", "web.limit.first=99999999|web.limit.first" })
	void aSettingThatIsWrongIsNotAsked(String access, String setting) throws Exception {
		Answer answer = check.ask(Site.device("127.0.0.1:1", access), LONG);
		assertEquals("setting_wrong", assertInstanceOf(Answer.Broken.class, answer).cause().code());
		assertEquals(setting, answer.cause().arguments().getFirst());
	}

	@ParameterizedTest
	@CsvSource({ "situs.example,,https://situs.example/", "situs.example:80,,http://situs.example:80/",
			"10.0.0.1:8080,,http://10.0.0.1:8080/", "situs.example:8443,,https://situs.example:8443/",
			"situs.example:8443,http,http://situs.example:8443/", "fd00::5,,https://[fd00::5]/",
			"[fd00::5]:80,,http://[fd00::5]:80/" })
	void theSchemeIsThePortsUsualOne(String address, String scheme, String page) {
		WebSettings.Choice choice = WebSettings.of(Site.device(address, scheme == null ? "" : "web.scheme=" + scheme));
		assertEquals(page, assertInstanceOf(WebSettings.Choice.Chosen.class, choice).settings().page().toString());
	}

	@Test
	void aWebsiteIsAskedByThisCheckAlone() {
		Device site = Site.device("127.0.0.1:80", "");
		assertTrue(check.suits(site));
		assertFalse(check.suits(Devices.at("127.0.0.1:80")));
		assertFalse(new TcpCheck(NAMES).suits(site));
		assertFalse(new IcmpCheck(null, NAMES).suits(site));
		assertEquals(Duration.ofSeconds(12), check.timeout(Duration.ofSeconds(2)));
	}
}
