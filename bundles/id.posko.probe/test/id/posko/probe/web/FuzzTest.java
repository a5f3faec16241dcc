package id.posko.probe.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.kit.Device;

/** Damaged answers of a website: each ends as an answer of ours. 100,000 of them with -Dposko.long=true. */
class FuzzTest {

	private static final int INPUTS = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private enum Came {
		ANSWERED, IMPAIRED, FAILED
	}

	private static List<byte[]> good() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write("<h1>Dinas Dukcapil</h1>".repeat(8).getBytes(StandardCharsets.UTF_8));
		}
		return List.of(Site.page("200 OK", "Content-Type: text/html; charset=utf-8\r\nServer: x\r\n", "<h1>Dinas Dukcapil</h1>"),
				Site.page("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", packed.toByteArray()),
				Site.page("302 Found", "Location: https://elsewhere.example/a?b=c\r\nSet-Cookie: a=b; Path=/\r\n", ""),
				Site.page("503 Service Unavailable", "Retry-After: 120\r\n", "maaf"),
				("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
						+ "\r\n5\r\nDinas\r\n9;a=b\r\n Dukcapil\r\n0\r\nT: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	/** Some octets changed, a piece doubled or left out, or the end cut off. */
	private static byte[] damaged(byte[] good, Random dice) {
		byte[] bad = good.clone();
		for (int i = dice.nextInt(1, 6); i > 0; i--) {
			int at = dice.nextInt(bad.length);
			switch (dice.nextInt(6)) {
			case 0 -> bad[at] = (byte) dice.nextInt(256);
			case 1 -> bad[at] ^= (byte) (1 << dice.nextInt(8));
			case 2 -> bad[at] = (byte) "\r\n: 09,;".charAt(dice.nextInt(8));
			case 3 -> bad = Arrays.copyOf(bad, Math.max(1, at));
			case 4 -> {
				byte[] longer = Arrays.copyOf(bad, bad.length + Math.min(20, bad.length - at));
				System.arraycopy(bad, at, longer, at + longer.length - bad.length, bad.length - at);
				bad = longer;
			}
			default -> {
				int to = Math.min(bad.length, at + dice.nextInt(1, 20));
				System.arraycopy(bad, to, bad, at, bad.length - to);
				bad = Arrays.copyOf(bad, Math.max(1, bad.length - to + at));
			}
			}
		}
		return bad;
	}

	@Test
	void damagedAnswersAreAnswers() throws Exception {
		List<byte[]> good = good();
		Random dice = new Random(21);
		Map<Came, Integer> came = new EnumMap<>(Came.class);
		byte[][] next = { good.getFirst() };
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
			Thread.ofVirtual().start(() -> serve(server, next));
			WebCheck check = new WebCheck(WebCheckTest.NAMES, Optional.empty(), InstantSource.system());
			Device site = Site.device("127.0.0.1:" + server.getLocalPort(), "web.scheme=http; web.text=Dukcapil");
			for (int i = 0; i < INPUTS; i++) {
				long start = System.nanoTime();
				Answer answer = check.ask(site, PATIENCE);
				came.merge(switch (answer) {
				case Answer.Answered _ -> Came.ANSWERED;
				case Answer.Impaired _ -> Came.IMPAIRED;
				case Answer.Failed _ -> Came.FAILED;
				case Answer.Broken _ -> throw new AssertionError(answer.toString());
				}, 1, Integer::sum);
				next[0] = damaged(good.get(dice.nextInt(good.size())), dice);
			}
		}
		assertTrue(came.size() == 3, came.toString());
	}

	/** Ends each connection itself, so that what has no end by its own words has one. */
	private static void serve(ServerSocket server, byte[][] next) {
		while (!server.isClosed()) {
			try (Socket connection = server.accept()) {
				InputStream in = connection.getInputStream();
				for (int last = 0, c = in.read(); c >= 0 && last != 0x0d0a0d0a; c = last == 0x0d0a0d0a ? -1 : in.read()) {
					last = last << 8 | c;
				}
				connection.getOutputStream().write(next[0]);
			} catch (IOException _) { // the client left first
				continue;
			}
		}
	}
}
