package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.kit.Words;
import id.posko.memory.Pocket;

/** Servers that do not behave: none holds a sending up for long, fills the memory, or makes it fail as a bug. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServersTest {

	private static final Duration PATIENCE = Duration.ofMillis(400);
	private static final List<String> ANSWERS = List.of("220 hello", "250 hello", "250 sender", "250 receiver", "354 go on",
			"250 taken");

	@TempDir
	private Path folder;

	private Outcome mail(TextServer server) throws InterruptedException {
		Setup setup = Samples.setup(folder, "mail.host=127.0.0.1", "mail.port=" + server.port(), "mail.security=none",
				"mail.from=posko@x.example", "mail.to=adb@x.example");
		return Delivery.send(new Smtp(setup, new Pocket(), Words.INDONESIAN, PATIENCE),
				Samples.dispatch(Samples.modem(1, "down", Samples.MORNING)), Duration.ofSeconds(2));
	}

	private Outcome post(TextServer server) throws InterruptedException {
		Setup setup = Samples.setup(folder, "webhook.url=http://127.0.0.1:" + server.port() + "/");
		return Delivery.send(new Hook(setup, new Pocket(), Words.INDONESIAN, InstantSource.system(), PATIENCE),
				Samples.dispatch(Samples.modem(1, "down", Samples.MORNING)), Duration.ofSeconds(2));
	}

	/** Behaves until that answer, then gives the bytes and goes on as told. */
	private static TextServer until(int stage, byte[] then, TextServer.Behaviour after) throws IOException {
		return new TextServer((in, out) -> {
			BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
			for (int i = 0; i < stage; i++) {
				say(out, ANSWERS.get(i) + "\r\n");
				for (String line = lines.readLine(); i == 4 && line != null && !line.equals("."); line = lines.readLine()) {
					continue;
				}
			}
			out.write(then);
			out.flush();
			after.serve(in, out);
		});
	}

	private static void say(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void silenceAtAnyStageIsGivenUp(int stage) throws Exception {
		try (TextServer server = until(stage, new byte[0], (in, _) -> in.readAllBytes())) {
			assertEquals("silent", assertInstanceOf(Outcome.Later.class, mail(server)).trouble().code());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void anEndAtAnyStageIsAReasonToComeBack(int stage) throws Exception {
		try (TextServer server = until(stage, new byte[0], (_, _) -> {
		})) {
			assertInstanceOf(Outcome.Later.class, mail(server));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void a421AtAnyStageIsAReasonToComeBack(int stage) throws Exception {
		try (TextServer server = until(stage, bytes("421 4.3.0 shutting down\r\n"), (_, _) -> {
		})) {
			Outcome.Later later = assertInstanceOf(Outcome.Later.class, mail(server));
			assertEquals("smtp_later", later.trouble().code());
			assertTrue(later.trouble().arguments().getFirst().contains("421 4.3.0 shutting down"), later.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void aRefusalAtAnyStageIsOne(int stage) throws Exception {
		try (TextServer server = until(stage, bytes("550-no\r\n550 never\r\n"), (in, _) -> in.readAllBytes())) {
			Outcome.Never never = assertInstanceOf(Outcome.Never.class, mail(server));
			assertEquals("550-no 550 never", never.trouble().arguments().getFirst());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000\u00ff\u0013garbage\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n", "2\r\n", "\r\n", "999 what\r\n",
			"220no space\r\n", "abc def\r\n", "-1 x\r\n" })
	void garbageIsNoMailServer(String garbage) throws Exception {
		for (int stage = 0; stage <= 5; stage++) {
			try (TextServer server = until(stage, bytes(garbage), (in, _) -> in.readAllBytes())) {
				Outcome outcome = mail(server);
				assertTrue(outcome instanceof Outcome.Later || stage == 5 && outcome instanceof Outcome.Sent
						|| garbage.startsWith("220"), garbage + ": " + outcome);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "250-more\r\n" })
	void whatNeverEndsIsCutOff(String part) throws Exception {
		for (int stage : new int[] { 0, 1, 5 }) {
			try (TextServer server = until(stage, new byte[0], (_, out) -> {
				for (int i = 0; i < 100_000_000; i++) {
					out.write(bytes(part.repeat(1_000)));
				}
			})) {
				assertEquals("broken", assertInstanceOf(Outcome.Later.class, mail(server)).trouble().code());
			}
		}
	}

	@Test
	void aServerThatTricklesIsGivenUpAfterTheTimeForAll() throws Exception {
		TextServer.Behaviour trickle = (_, out) -> {
			for (int i = 0; i < 1_000; i++) {
				say(out, i == 0 ? "220-" : "a");
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			}
		};
		try (TextServer server = new TextServer(trickle)) {
			assertEquals("late", assertInstanceOf(Outcome.Later.class, mail(server)).trouble().code());
		}
	}

	@Test
	void aWebhookThatIsSilentOrTricklesOrNeverEndsIsGivenUp() throws Exception {
		try (TextServer server = new TextServer((in, _) -> in.readAllBytes())) {
			assertEquals("silent", assertInstanceOf(Outcome.Later.class, post(server)).trouble().code());
		}
		try (TextServer server = new TextServer((_, out) -> {
			say(out, "HTTP/1.1 500 x\r\nContent-Length: 100000\r\n\r\n");
			for (int i = 0; i < 1_000; i++) {
				say(out, "a");
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			}
		})) {
			assertEquals("late", assertInstanceOf(Outcome.Later.class, post(server)).trouble().code());
		}
		try (TextServer server = new TextServer((_, out) -> {
			say(out, "HTTP/1.1 404 x\r\n\r\n");
			for (int i = 0; i < 100_000_000; i++) {
				out.write(bytes("a".repeat(1_000)));
			}
		})) {
			Outcome.Never never = assertInstanceOf(Outcome.Never.class, post(server));
			assertEquals(200, never.trouble().arguments().getLast().length());
		}
		try (TextServer server = new TextServer((_, out) -> {
			say(out, "HTTP/1.1 200 x\r\nX-A: ");
			for (int i = 0; i < 100_000_000; i++) {
				out.write(bytes("a".repeat(1_000)));
			}
		})) {
			assertInstanceOf(Outcome.Later.class, post(server));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage\r\n\r\n", "HTTP/9.9 999 x\r\n\r\n", "\u0000\u0000", "HTTP/1.1 -5 x\r\n\r\n",
			"HTTP/1.1 500 x\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\n", "" })
	void aWebhookThatAnswersGarbageIsAskedAgainLater(String garbage) throws Exception {
		try (TextServer server = new TextServer((_, out) -> say(out, garbage))) {
			Outcome outcome = post(server);
			assertTrue(outcome instanceof Outcome.Later || garbage.contains("999") && outcome instanceof Outcome.Never, outcome.toString());
		}
	}

	@Test
	void nobodyThereIsAReasonToComeBack() throws Exception {
		TextServer gone = new TextServer((_, _) -> {
		});
		gone.close();
		assertEquals("no_connection", assertInstanceOf(Outcome.Later.class, mail(gone)).trouble().code());
		assertEquals("no_connection", assertInstanceOf(Outcome.Later.class, post(gone)).trouble().code());
	}
}
