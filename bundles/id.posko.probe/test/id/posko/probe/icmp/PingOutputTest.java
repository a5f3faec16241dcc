package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import id.posko.health.EchoAnswer;

/** Judges the outputs under {@code ping/}: each file says in its head whether it was recorded or constructed. */
class PingOutputTest {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	static List<Path> outputs() throws IOException, URISyntaxException {
		try (Stream<Path> files = Files.list(Path.of(PingOutputTest.class.getResource("ping").toURI()))) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("outputs")
	void isJudgedByAddressAndTtl(Path file) throws IOException {
		List<String> text = Files.readAllLines(file);
		InetAddress target = InetAddress.ofLiteral(text.get(1).substring("# target ".length()));
		String expected = text.get(2).substring("# expect ".length());
		int exit = Integer.parseInt(text.getLast().substring("exit ".length()));
		List<String> said = text.subList(3, text.size() - 1).stream().filter(l -> !l.isBlank()).toList();
		assertEquals(normal(expected), words(new PingOutput(target, TIMEOUT).judge(said, exit), target));
	}

	private static String normal(String expected) {
		String[] words = expected.split(" ");
		return switch (words[0]) {
		case "silent", "not_sent" -> expected;
		case "replied" -> "replied " + (long) (Double.parseDouble(words[1]) * 1e6);
		default -> words[0] + " " + InetAddress.ofLiteral(words[1]).getHostAddress();
		};
	}

	private static String words(EchoAnswer answer, InetAddress target) {
		assertEquals("ping", answer.method());
		return switch (answer) {
		case EchoAnswer.Replied(var roundTrip, var responder, _) -> {
			assertEquals(target, responder);
			yield "replied " + roundTrip.toNanos();
		}
		case EchoAnswer.Silent _ -> "silent";
		case EchoAnswer.Refused(var responder, var cause, _) -> {
			assertEquals(List.of(responder.getHostAddress()), cause.arguments());
			yield cause.code() + " " + responder.getHostAddress();
		}
		case EchoAnswer.NotSent _ -> "not_sent";
		};
	}

	@Test
	void theSamplesCoverBothSystemsAndLanguages() throws IOException, URISyntaxException {
		List<String> names = outputs().stream().map(p -> p.getFileName().toString()).toList();
		for (String kind : List.of("linux-en", "linux-id", "windows-en", "windows-id")) {
			assertTrue(names.stream().filter(n -> n.startsWith(kind)).count() >= 7, kind);
		}
	}

	@Test
	void aReplyAfterTheTimeOutIsSilence() {
		PingOutput strict = new PingOutput(InetAddress.ofLiteral("10.1.2.3"), Duration.ofMillis(500));
		assertTrue(strict.judge(List.of("64 bytes from 10.1.2.3: icmp_seq=1 ttl=63 time=501 ms"),
				0) instanceof EchoAnswer.Silent);
	}

	@Test
	void noOutputSaysNothingAboutTheTarget() {
		PingOutput judge = new PingOutput(InetAddress.ofLiteral("10.1.2.3"), TIMEOUT);
		assertTrue(judge.judge(List.of(), 1) instanceof EchoAnswer.NotSent);
		assertTrue(judge.judge(List.of("ping: socket: Operation not permitted"), 2) instanceof EchoAnswer.NotSent(
				var cause, _) && cause.code().equals("not_permitted"));
	}
}
