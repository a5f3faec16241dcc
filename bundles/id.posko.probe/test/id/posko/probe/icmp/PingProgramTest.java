package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.health.EchoAnswer;

/** The system's own ping, on loopback. */
@Timeout(60)
class PingProgramTest {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static void assumePing() {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ping")) || Files.isExecutable(Path.of("/bin/ping")),
				"skipped: no ping (package iputils-ping)");
	}

	@Test
	void loopbackAnswers() throws Exception {
		assumePing();
		try (PingProgram ping = new PingProgram(false)) {
			LinkedBlockingQueue<EchoAnswer> answers = new LinkedBlockingQueue<>();
			ping.ask(InetAddress.ofLiteral("127.0.0.5"), SECOND, answers::add);
			EchoAnswer.Replied replied = (EchoAnswer.Replied) answers.poll(20, TimeUnit.SECONDS);
			assertEquals("ping", replied.method());
			assertEquals(InetAddress.ofLiteral("127.0.0.5"), replied.responder());
		}
	}

	@Test
	void aSweepTellsEachRequestOnce() throws Exception {
		assumePing();
		try (PingProgram ping = new PingProgram(false)) {
			Tally tally = new Tally(60);
			ping.run(new Sweep(Tally.hosts("127.7.0.0", 30), 2, Duration.ZERO, SECOND, 10_000), tally);
			assertTrue(tally.eachOnce());
			assertEquals(60, tally.up.cardinality());
		}
	}

	@Test
	void closingAnswersAllThatWait() throws Exception {
		assumePing();
		PingProgram ping = new PingProgram(false);
		LinkedBlockingQueue<EchoAnswer> answers = new LinkedBlockingQueue<>();
		for (InetAddress host : Tally.hosts("127.7.0.0", 200)) {
			ping.ask(host, SECOND, answers::add);
		}
		ping.close();
		ping.ask(InetAddress.ofLiteral("127.0.0.1"), SECOND, answers::add);
		int told = 0;
		while (told < 201 && answers.poll(20, TimeUnit.SECONDS) != null) {
			told++;
		}
		assertEquals(201, told);
	}
}
