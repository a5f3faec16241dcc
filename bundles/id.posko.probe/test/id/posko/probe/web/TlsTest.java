package id.posko.probe.web;

import static id.posko.probe.web.Site.page;
import static id.posko.probe.web.Site.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import javax.net.ssl.X509ExtendedTrustManager;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.kit.Words;
import id.posko.probe.TextServer;

/** The certificate of a website: how long it holds, and what can be wrong with it, by name. */
@Timeout(60)
class TlsTest {

	private static final String HERE = "dns:localhost,ip:127.0.0.1";

	@TempDir
	private static Path folder;
	private static KeyStore good;
	private static KeyStore expired;
	private static KeyStore early;
	private static KeyStore elsewhere;
	private static KeyStore stranger;
	private static X509ExtendedTrustManager trusted;

	@BeforeAll
	static void issue() throws Exception {
		good = Certificates.of(folder, HERE, "-1d", 90);
		expired = Certificates.of(folder, HERE, "-60d", 50);
		early = Certificates.of(folder, HERE, "+5d", 90);
		elsewhere = Certificates.of(folder, "dns:dukcapil.example,dns:www.dukcapil.example", "-1d", 90);
		stranger = Certificates.of(folder, HERE, "-2d", 90);
		trusted = Certificates.trusting(good, expired, early, elsewhere);
	}

	private static Answer ask(KeyStore shown, String host, Instant now) throws Exception {
		try (Site site = new Site(Certificates.server(shown), (_, out) -> out.write(page("200 OK", "", "Dukcapil")))) {
			return new WebCheck(WebCheckTest.NAMES, Optional.of(trusted), InstantSource.fixed(now))
					.ask(Site.device(host + ":" + site.port(), "web.text=Dukcapil"), WebCheckTest.LONG);
		}
	}

	private static Instant end(KeyStore store) throws Exception {
		return ((X509Certificate) store.getCertificate("situs")).getNotAfter().toInstant();
	}

	@Test
	void oneThatHoldsIsTold() throws Exception {
		for (String host : new String[] { "127.0.0.1", "localhost" }) {
			Answer answer = ask(good, host, Instant.now());
			assertEquals("Answered answered", said(answer));
			assertEquals(88, Site.reading(answer, "web.certificate").value().getAsDouble());
			assertEquals(end(good).toString(), Site.reading(answer, "web.certificate").raw());
		}
	}

	@Test
	void itsEndIsToldThirtyDaysBefore() throws Exception {
		Instant end = end(good);
		assertEquals("Answered answered", said(ask(good, "localhost", end.minus(Duration.ofDays(30)).minusSeconds(5))));
		Answer soon = ask(good, "localhost", end.minus(Duration.ofDays(30)));
		assertEquals("Impaired web_certificate_soon 30 | " + end, said(soon));
		assertTrue(soon.cause().sentence(Words.INDONESIAN).startsWith("Sertifikat situs habis 30 hari lagi, pada "));
		assertEquals("Impaired web_certificate_soon 0 | " + end, said(ask(good, "localhost", end.minusSeconds(5))));
	}

	@Test
	void whatIsWrongWithOneIsNamed() throws Exception {
		Instant now = Instant.now();
		Answer over = ask(expired, "localhost", now);
		assertEquals("Failed web_certificate_expired " + end(expired), said(over));
		assertTrue(Site.reading(over, "web.certificate").value().getAsDouble() < 0);
		assertTrue(said(ask(early, "localhost", now)).startsWith("Failed web_certificate_early "));
		assertEquals("Failed web_certificate_name localhost | dukcapil.example, www.dukcapil.example",
				said(ask(elsewhere, "localhost", now)));
		assertEquals("Failed web_certificate_name 127.0.0.1 | dukcapil.example, www.dukcapil.example",
				said(ask(elsewhere, "127.0.0.1", now)));
		assertEquals("Failed web_certificate_untrusted Situs Uji", said(ask(stranger, "localhost", now)));
		assertEquals("Failed web_certificate_expired " + end(good), said(ask(good, "localhost", end(good).plusSeconds(1))));
	}

	@Test
	void withoutAuthoritiesOfItsOwnThoseOfJavaDecide() throws Exception {
		try (Site site = new Site(Certificates.server(good), (_, out) -> out.write(page("200 OK", "", "x")))) {
			WebCheck check = new WebCheck(WebCheckTest.NAMES, Optional.empty(), InstantSource.system());
			assertEquals("Failed web_certificate_untrusted Situs Uji",
					said(check.ask(Site.device("localhost:" + site.port(), ""), WebCheckTest.LONG)));
			assertEquals(0, site.requests().size(), "nothing is sent to one that is not trusted");
		}
	}

	@Test
	void aPortThatSpeaksNoTlsIsSaid() throws IOException, InterruptedException {
		WebCheck check = new WebCheck(WebCheckTest.NAMES, Optional.of(trusted), InstantSource.system());
		for (String octets : new String[] { "HTTP/1.1 400 Bad\r\n\r\n", "\u0015\u0003\u0003\u0000\u0002\u0002\u0028",
				"\u0016\u0003\u0003\u00ff\u00ff\u0002\u0000\u0000\u0001\u0000" }) {
			try (TextServer server = new TextServer((in, out) -> {
				in.read();
				out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
			})) {
				String said = said(check.ask(Site.device("127.0.0.1:" + server.port(), ""), WebCheckTest.LONG));
				assertTrue(said.matches("Failed web_(tls|closed|broken).*"), said);
			}
		}
	}
}
