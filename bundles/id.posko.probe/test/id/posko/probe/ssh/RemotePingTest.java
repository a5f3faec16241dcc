package id.posko.probe.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;
import id.posko.health.Vantage.View;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Words;
import id.posko.probe.Devices;
import id.posko.probe.Entrance;
import id.posko.probe.name.Names;

/** Pings from a machine that is entered over SSH. */
class RemotePingTest {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	@TempDir
	Path folder;

	@BeforeEach
	void needsSshd() {
		assumeTrue(Entrance.isPossible(), "no OpenSSH server: apt-get install openssh-server");
	}

	private static View ping(Entrance entrance, Device from, String target) throws InterruptedException {
		try (Names names = new Names(InetAddress::getByName, InstantSource.system())) {
			return new RemotePing(entrance.shell, names).ping(from, Address.parse(target), TIMEOUT);
		}
	}

	private static EchoAnswer seen(View view) {
		return assertInstanceOf(View.Seen.class, view, view.toString()).answer();
	}

	@Test
	void anEchoFromThereIsOneFromTheTargetItself() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ping")), "no ping: apt-get install iputils-ping");
		try (Entrance entrance = new Entrance(folder)) {
			Device afis = entrance.device(DeviceKind.AFIS_SERVER, "AFIS", Map.of());
			EchoAnswer.Replied replied = assertInstanceOf(EchoAnswer.Replied.class, seen(ping(entrance, afis, "127.0.0.9")));
			assertEquals(InetAddress.ofLiteral("127.0.0.9"), replied.responder());
			assertEquals("ssh-ping", replied.method());
			assertTrue(replied.roundTrip().compareTo(TIMEOUT) < 0);
		}
	}

	/** The very outputs that our own ping is judged by, as the other machine writes them. */
	@Test
	void outputsOfBothSystemsAndLanguagesAreJudgedAsStrictlyAsOurs() throws Exception {
		for (String name : List.of("windows-en-reply.constructed.txt", "windows-id-own-host-unreachable.constructed.txt",
				"linux-id-silent.recorded.txt", "linux-en-own-host-unreachable.recorded.txt")) {
			List<String> text = Files.readAllLines(
					Path.of(RemotePingTest.class.getResource("/id/posko/probe/icmp/ping/" + name).toURI()));
			String target = text.get(1).substring("# target ".length());
			String[] expected = text.get(2).substring("# expect ".length()).split(" ");
			int exit = Integer.parseInt(text.getLast().substring("exit ".length()));
			String said = String.join("\r\n", text.subList(3, text.size() - 1)) + "\r\n";
			Path own = Files.createDirectory(folder.resolve(name));
			try (Entrance entrance = new Entrance(own, Entrance.says(own, said, exit))) {
				Device pc = entrance.device(DeviceKind.CLIENT_PC, "PC", Map.of("ssh.system", name.split("-")[0]));
				EchoAnswer answer = seen(ping(entrance, pc, target));
				switch (expected[0]) {
				case "replied" -> assertInstanceOf(EchoAnswer.Replied.class, answer, name);
				case "silent" -> assertInstanceOf(EchoAnswer.Silent.class, answer, name);
				default -> assertEquals(Cause.of(expected[0], expected[1]),
						assertInstanceOf(EchoAnswer.Refused.class, answer, name).cause());
				}
			}
		}
	}

	@Test
	void withoutAccessItIsNotMeasuredFromThereAndHowToEnableItIsSaid() throws Exception {
		try (Entrance entrance = new Entrance(folder)) {
			View.NotMeasured view = assertInstanceOf(View.NotMeasured.class,
					ping(entrance, Devices.at("127.0.0.1"), "127.0.0.9"));
			assertEquals(Cause.of("vantage_no_access", "afis"), view.cause());
			String sentence = view.cause().sentence(Words.INDONESIAN);
			assertTrue(Stream.of("afis", "ssh.user", "ssh.secret", "secret set").allMatch(sentence::contains), sentence);
		}
	}

	@Test
	void aMachineWithoutPingOrWithoutAnAnswerMeasuresNothing() throws Exception {
		for (Map.Entry<Integer, String> end : Map.of(127, "vantage_no_ping", 2, "vantage_ping_failed").entrySet()) {
			Path own = Files.createDirectory(folder.resolve("exit" + end.getKey()));
			try (Entrance entrance = new Entrance(own, Entrance.says(own, "sh: ping: not found\n", end.getKey()))) {
				Device afis = entrance.device(DeviceKind.AFIS_SERVER, "AFIS", Map.of());
				assertEquals(end.getValue(),
						assertInstanceOf(View.NotMeasured.class, ping(entrance, afis, "127.0.0.9")).cause().code());
			}
		}
	}

	@Test
	void aMachineThatCanNotBeEnteredMeasuresNothing() throws IOException, InterruptedException {
		Entrance entrance = new Entrance(folder);
		Device afis = entrance.device(DeviceKind.AFIS_SERVER, "AFIS", Map.of());
		entrance.close();
		assertEquals("connection_refused",
				assertInstanceOf(View.NotMeasured.class, ping(entrance, afis, "127.0.0.9")).cause().code());
	}
}
