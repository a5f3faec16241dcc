package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

import id.posko.kit.Words;
import id.posko.memory.Pocket;

/** What a real HTTP server gets, and what is made of its answers. */
class HookTest {

	private record Posted(String path, Headers headers, String body) {
	}

	@TempDir
	private Path folder;
	private final Pocket secrets = new Pocket().with("tanda", "kunci").with("kunci pintu", "abc123");
	private final List<Posted> posted = new CopyOnWriteArrayList<>();
	private HttpServer server;
	private volatile int status = 204;
	private volatile Optional<String> retryAfter = Optional.empty();

	@BeforeEach
	void listen() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			posted.add(new Posted(exchange.getRequestURI().toString(), exchange.getRequestHeaders(),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)));
			retryAfter.ifPresent(text -> exchange.getResponseHeaders().set("Retry-After", text));
			if (status / 100 == 3) {
				exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/other");
			}
			byte[] answer = "tidak\nsekarang".getBytes(StandardCharsets.US_ASCII);
			exchange.sendResponseHeaders(status, status == 204 || status == 304 ? -1 : answer.length);
			if (status != 204 && status != 304) {
				exchange.getResponseBody().write(answer);
			}
			exchange.close();
		});
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	private Hook hook(String... more) {
		var settings = Samples.settings("webhook.url=http://127.0.0.1:" + server.getAddress().getPort() + "/in?a=b");
		settings.putAll(Samples.settings(more));
		return new Hook(new SetupReader(Written.of(settings), folder).read().setup(), secrets, Words.INDONESIAN,
				InstantSource.fixed(Samples.MORNING));
	}

	@Test
	void theMessageIsAJsonObjectWithAStableCause() {
		Dispatch dispatch = Samples.dispatch(Samples.modem(1, "down", Samples.MORNING), Samples.afis(2, "down", Samples.MORNING));
		assertEquals(new Outcome.Sent(Optional.empty()), hook().send(dispatch));
		Posted got = posted.getFirst();
		assertEquals("/in?a=b", got.path());
		assertEquals("application/json; charset=utf-8", got.headers().getFirst("Content-Type"));
		assertEquals(dispatch.id(), got.headers().getFirst("X-Posko-Delivery"));
		assertNull(got.headers().getFirst("Authorization"));
		assertNull(got.headers().getFirst("X-Posko-Signature"));
		String body = got.body();
		assertTrue(body.startsWith("{\"text\":\"Posko: 2 pemberitahuan dari 2 kantor\\u000a"), body);
		assertTrue(body.contains("\"id\":\"" + dispatch.id() + "\",\"kind\":\"news\",\"at\":\"2026-03-02T"), body);
		assertTrue(body.contains("{\"cause\":\"35.60.01/MODEM\",\"event\":\"down\",\"at\":\"2026-03-02T"), body);
		assertTrue(body.contains("\"siteCode\":\"35.60.01\",\"site\":\"Kecamatan 1\",\"device\":\"MODEM\",\"kind\":\"MODEM\","
				+ "\"behind\":9,\"urgent\":false,\"sentence\":\"Modem Kecamatan 1 \\u2013 down.\"}"), body);
		assertTrue(body.contains("\"urgent\":true"), body);
	}

	@Test
	void theBodyIsSignedAndTheTokenShown() throws Exception {
		hook("webhook.key=tanda", "webhook.token=kunci pintu").send(Samples.dispatch(Samples.modem(1, "down", Samples.MORNING)));
		Posted got = posted.getFirst();
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec("kunci".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		assertEquals("sha256=" + HexFormat.of().formatHex(mac.doFinal(got.body().getBytes(StandardCharsets.US_ASCII))),
				got.headers().getFirst("X-Posko-Signature"));
		assertEquals("Bearer abc123", got.headers().getFirst("Authorization"));
	}

	@Test
	void aSecretThatIsMissingOrCanNotStandInAHeaderIsNoReasonToKnock() {
		assertInstanceOf(Outcome.Unready.class, hook("webhook.key=lain").send(Samples.dispatch()));
		secrets.with("buruk", "a\r\nX-Lain: b");
		assertInstanceOf(Outcome.Unready.class, hook("webhook.token=buruk").send(Samples.dispatch()));
		assertEquals(List.of(), posted);
	}

	@ParameterizedTest
	@CsvSource({ "400", "401", "403", "404", "410", "422" })
	void whatItRefusesIsNotSentAgain(int code) {
		status = code;
		Outcome.Never never = assertInstanceOf(Outcome.Never.class, hook().send(Samples.dispatch()));
		assertTrue(never.trouble().sentence(Words.INDONESIAN).endsWith("menolak (HTTP " + code + "): tidak sekarang"));
	}

	@ParameterizedTest
	@CsvSource({ "301", "302", "303", "307", "308" })
	void aRedirectionIsNotFollowed(int code) {
		status = code;
		assertEquals("redirect", assertInstanceOf(Outcome.Never.class, hook("webhook.token=tanda").send(Samples.dispatch()))
				.trouble().code());
		assertEquals(1, posted.size());
	}

	@ParameterizedTest
	@CsvSource({ "500,,", "503,120,PT2M", "429,'Mon, 02 Mar 2026 02:10:00 GMT',PT10M", "429,x,", "503,-5,",
			"503,99999999999999999999,", "503,'Mon, 02 Mar 2020 02:10:00 GMT'," })
	void whatItPutsOffIsSentWhenItWants(int code, String after, String wish) {
		status = code;
		retryAfter = Optional.ofNullable(after);
		Outcome.Later later = assertInstanceOf(Outcome.Later.class, hook().send(Samples.dispatch()));
		assertEquals(Optional.ofNullable(wish).map(Duration::parse), later.notBefore());
	}

	@Test
	void thePathOfTheAddressIsASecretInSentences() {
		assertFalse(hook().target().contains("in?a"));
	}
}
