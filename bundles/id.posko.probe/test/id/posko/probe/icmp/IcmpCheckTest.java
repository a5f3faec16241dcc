package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
import id.posko.probe.Devices;
import id.posko.probe.name.Names;

@Timeout(30)
class IcmpCheckTest {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final Names names = new Names(host -> {
		throw new UnknownHostException(host);
	}, InstantSource.system());

	@AfterEach
	void close() {
		names.close();
	}

	private Answer ask(EchoAnswer answer) throws InterruptedException {
		Echo echo = (_, _, then) -> then.accept(answer);
		return new IcmpCheck(echo, names).ask(Devices.at("10.1.2.3"), SECOND);
	}

	@Test
	void suitsADeviceWithAnAddress() {
		IcmpCheck check = new IcmpCheck((_, _, _) -> {
		}, names);
		assertTrue(check.suits(Devices.at("10.1.2.3")));
		assertFalse(check.suits(Devices.withoutAddress()));
	}

	@Test
	void saysWhatTheEchoSaid() throws InterruptedException {
		InetAddress target = InetAddress.ofLiteral("10.1.2.3");
		InetAddress router = InetAddress.ofLiteral("10.9.9.1");
		Answer.Answered answered = (Answer.Answered) ask(new EchoAnswer.Replied(Duration.ofMillis(3), target, "icmp-raw"));
		assertEquals(Optional.of(Duration.ofMillis(3)), answered.evidence().roundTrip());
		Answer.Failed silent = (Answer.Failed) ask(new EchoAnswer.Silent(SECOND, "icmp-raw"));
		assertEquals(Cause.of("silent", Duration.ofSeconds(1)), silent.cause());
		Answer.Failed refused = (Answer.Failed) ask(
				new EchoAnswer.Refused(router, Cause.of("prohibited", "10.9.9.1"), "icmp-raw"));
		assertEquals(Optional.of("10.9.9.1"), refused.evidence().responder());
		Answer.Broken broken = (Answer.Broken) ask(new EchoAnswer.NotSent(Cause.of("buffer_full"), "icmp-raw"));
		assertEquals("buffer_full", broken.cause().code());
	}

	@Test
	void anInterruptEndsTheWait() {
		IcmpCheck check = new IcmpCheck((_, _, _) -> {
		}, names);
		Thread.currentThread().interrupt();
		assertThrows(InterruptedException.class, () -> check.ask(Devices.at("10.1.2.3"), SECOND));
	}

	@Test
	void anUnknownNameFails() throws InterruptedException {
		AtomicReference<InetAddress> asked = new AtomicReference<>();
		Echo echo = (target, _, _) -> asked.set(target);
		Answer.Failed failed = (Answer.Failed) new IcmpCheck(echo, names).ask(Devices.at("nowhere.example"), SECOND);
		assertEquals("name_unknown", failed.cause().code());
		assertEquals(null, asked.get());
	}

	@Test
	void thisMachineAnswersByWhicheverWay() throws InterruptedException {
		try (SystemEcho echo = new SystemEcho()) {
			Answer answer = new IcmpCheck(echo, names).ask(Devices.at("127.0.0.1"), SECOND);
			assertTrue(answer instanceof Answer.Answered, answer.toString());
			assertEquals(echo.method(), answer.evidence().method());
		}
	}

	@Test
	void everyCauseHasASentence() {
		for (String code : List.of("silent", "net_unreachable", "host_unreachable", "protocol_unreachable",
				"port_unreachable", "prohibited", "ttl_exceeded", "buffer_full", "not_permitted", "check_failed",
				"stopped", "answers_lost", "no_family", "name_unknown", "name_slow", "ping_missing",
				"connection_refused")) {
			for (Locale locale : List.of(Locale.of("id", "ID"), Locale.ENGLISH)) {
				String sentence = Cause.of(code, "A", "B").sentence(locale);
				assertFalse(sentence.isBlank() || sentence.contains("{"), code + ": " + sentence);
			}
		}
	}
}
