package id.posko.probe.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.probe.Entrance;

class SshCheckTest {

	private static final Duration LONG = Duration.ofSeconds(20);
	private static final Instant NOW = Instant.ofEpochSecond(1_767_600_003);

	@TempDir
	Path folder;
	private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
	private final SshCheck judging = new SshCheck(null, now::get);

	private static Device device(String access) {
		return device(DeviceKind.AFIS_SERVER, access);
	}

	private static Device device(DeviceKind kind, String access) {
		return new Device(new DeviceKey(new RegionCode("35.03.01"), "AFIS"), kind, Address.tryParse("127.0.0.1"), "", "", 0,
				Optional.empty(), "", Access.tryParse(access).orElseThrow());
	}

	private static String output(String name) throws IOException {
		try (InputStream in = SshCheckTest.class.getResourceAsStream("outputs/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Answer judge(String access, Platform platform, String output) {
		Device device = device("ssh.user=x; ssh.secret=y; " + access);
		return judging.judge(device, Machine.of(device).orElseThrow(), Measures.of(platform),
				new Reply.Said(output, "", 0, InetAddress.getLoopbackAddress(), now.get(), Duration.ofMillis(600)));
	}

	private static Cause cause(Answer answer) {
		return assertInstanceOf(Answer.Impaired.class, answer, answer.toString()).cause();
	}

	private static Reading reading(Answer answer, String quantity) {
		return answer.evidence().findings().stream().map(Reading.class::cast).filter(r -> r.quantity().equals(quantity))
				.findFirst().orElseThrow();
	}

	@Test
	void asksServersAndPcsThatCanBeEntered() {
		assertTrue(judging.suits(device("ssh.user=x; ssh.secret=y")));
		assertTrue(judging.suits(device(DeviceKind.CLIENT_PC, "ssh.user=x; ssh.key=y")));
		assertFalse(judging.suits(device("ssh.user=x")));
		assertFalse(judging.suits(device("ssh.secret=y")));
		assertFalse(judging.suits(device("ssh.user=x; ssh.secret=y; ssh.port=0")));
		assertFalse(judging.suits(device(DeviceKind.MODEM, "ssh.user=x; ssh.secret=y")));
		assertTrue(judging.timeout(LinkKind.VSAT.timeout()).compareTo(Duration.ofSeconds(15)) > 0);
	}

	@Test
	void theFirstLimitThatIsExceededIsTheCauseAndTheReadingsStandBehindIt() throws IOException {
		Answer answer = judge("ssh.limit.load.core=5; ssh.limit.memory.used=99", Platform.LINUX,
				output("linux-systemd.constructed.txt"));
		assertEquals(Cause.of("ssh_disk", "/var/lib/data afis", 99, 90), cause(answer));
		assertEquals("Ruang /var/lib/data afis terpakai 99 %, batas 90 %.", cause(answer).sentence(Words.INDONESIAN));
		assertEquals("ssh", answer.evidence().method());
		assertEquals(Optional.empty(), answer.evidence().roundTrip());
		assertEquals("failed", reading(answer, "service.nid-scheduler").state().orElseThrow());
		assertEquals(Cause.of("ssh_load", "", 4, 4), cause(judge("", Platform.LINUX, output("linux-systemd.constructed.txt"))));
		assertEquals(Cause.of("ssh_memory", "", 98, 95), cause(judge("ssh.limit.load.core=5", Platform.LINUX,
				output("linux-systemd.constructed.txt"))));
	}

	@Test
	void aServiceThatDoesNotRunIsNamed() throws IOException {
		Answer answer = judge("ssh.limit.load.core=5; ssh.limit.memory.used=99; ssh.limit.disk.used=100", Platform.LINUX,
				output("linux-systemd.constructed.txt"));
		assertEquals(Cause.of("ssh_service", "nid-scheduler", "failed"), cause(answer));
	}

	@Test
	void aWindowsServiceThatDoesNotRunIsNamed() throws IOException {
		Answer answer = judge("ssh.limit.disk.used=99; ssh.limit.antivirus.age=60", Platform.WINDOWS,
				output("windows-10.constructed.txt"));
		assertEquals(Cause.of("ssh_service", "NID Scheduler", "Stopped"), cause(answer));
	}

	@Test
	void oldAntivirusDataIsToldOnBothSystems() throws IOException {
		assertEquals(Cause.of("ssh_antivirus", "", 19, 7), cause(judge("", Platform.LINUX,
				"@@posko clock\n1767600003\n@@posko antivirus\nclamav 1766000000\n")));
		assertEquals(Cause.of("ssh_antivirus", "", 31, 7), cause(judge("ssh.limit.disk.used=99", Platform.WINDOWS,
				output("windows-10.constructed.txt"))));
	}

	@Test
	void aClockIsWrongOnlyByWhatTheQuestionItselfCanNotExplain() {
		String said = "@@posko clock\n%d\n@@posko system\nLinux\n";
		Answer right = judge("", Platform.LINUX, said.formatted(NOW.getEpochSecond()));
		assertInstanceOf(Answer.Answered.class, right);
		assertEquals(0, reading(right, "clock.skew").value().orElseThrow());
		assertEquals(Cause.of("ssh_clock_ahead", Duration.ofSeconds(299)), cause(judge("", Platform.LINUX,
				said.formatted(NOW.getEpochSecond() + 300))));
		assertEquals(Cause.of("ssh_clock_behind", Duration.ofSeconds(299)), cause(judge("", Platform.LINUX,
				said.formatted(NOW.getEpochSecond() - 300))));
		assertEquals("ssh_clock_ahead", cause(judge("", Platform.LINUX, said.formatted(NOW.getEpochSecond() + 120))).code());
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, said.formatted(NOW.getEpochSecond() + 105)));
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, said.formatted(NOW.getEpochSecond() + 120)));
	}

	private static String disk(int free) {
		return "@@posko disk\n/dev/sda1 1000 %d %d %d%% /\n".formatted(1000 - 10 * free, 10 * free, 100 - free);
	}

	@Test
	void aDiskThatSwingsAboutItsLimitStaysBeyondIt() {
		for (int free : new int[] { 9, 11, 9 }) {
			assertEquals("ssh_disk", cause(judge("", Platform.LINUX, disk(free))).code(), free + " % free");
		}
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, disk(12)));
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, disk(11)));
	}

	@Test
	void aRestartIsToldForAWhileAndThenForgotten() {
		String said = "@@posko uptime\n%d.00 1.0\n";
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, said.formatted(5000)));
		now.set(NOW.plusSeconds(60));
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, said.formatted(5060)));
		now.set(NOW.plusSeconds(120));
		assertEquals(Cause.of("ssh_restarted", NOW.plusSeconds(90)), cause(judge("", Platform.LINUX, said.formatted(30))));
		now.set(NOW.plusSeconds(180));
		assertEquals(Cause.of("ssh_restarted", NOW.plusSeconds(90)), cause(judge("", Platform.LINUX, said.formatted(90))));
		now.set(NOW.plusSeconds(720));
		assertInstanceOf(Answer.Answered.class, judge("", Platform.LINUX, said.formatted(630)));
	}

	@Test
	void anAnswerThatIsNoneSaysNothingAboutTheMachine() {
		Answer.Broken answer = assertInstanceOf(Answer.Broken.class,
				judge("", Platform.LINUX, "This account is currently\nnot available.\n"));
		assertEquals(Cause.of("ssh_unread", 0, "This account is currently not available."), answer.cause());
	}

	@Test
	void aRealMachineIsMeasured() throws Exception {
		assumeTrue(Entrance.isPossible(), "no OpenSSH server: apt-get install openssh-server");
		try (Entrance entrance = new Entrance(folder)) {
			SshCheck check = new SshCheck(entrance.shell);
			Map<String, String> lax = Map.of("ssh.limit.disk.used", "100", "ssh.limit.load.core", "999",
					"ssh.limit.memory.used", "100", "ssh.services", "sshd");
			Answer answer = check.ask(entrance.device(DeviceKind.AFIS_SERVER, "AFIS", lax), LONG);
			assertInstanceOf(Answer.Answered.class, answer, answer.toString());
			assertEquals("running", reading(answer, "service.sshd").state().orElseThrow());
			assertTrue(reading(answer, "uptime").value().orElseThrow() > 0);
			assertEquals(0, reading(answer, "clock.skew").value().orElseThrow());
			answer = check.ask(entrance.device(DeviceKind.CLIENT_PC, "PC", Map.of("ssh.limit.memory.used", "0",
					"ssh.limit.load.core", "999")), LONG);
			assertEquals("ssh_memory", cause(answer).code());
		}
	}

	@Test
	void whyAMachineCanNotBeEnteredIsSaid() throws Exception {
		assumeTrue(Entrance.isPossible(), "no OpenSSH server: apt-get install openssh-server");
		Device good;
		try (Entrance entrance = new Entrance(folder)) {
			SshCheck check = new SshCheck(entrance.shell);
			good = entrance.device(DeviceKind.AFIS_SERVER, "AFIS", Map.of());
			Device other = with(good, "ssh.user", "nobody-here");
			assertEquals(Cause.of("ssh_refused", "nobody-here"),
					assertInstanceOf(Answer.Broken.class, check.ask(other, LONG)).cause());
			assertEquals(Cause.of("ssh_no_secret", "absent"),
					assertInstanceOf(Answer.Broken.class, check.ask(with(good, "ssh.key", "absent"), LONG)).cause());
			Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + good.access().get("ssh.port").orElseThrow()
					+ " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n");
			Cause alarm = cause(check.ask(with(good, "ssh.user", "another"), LONG));
			assertEquals("ssh_host_key", alarm.code());
			assertTrue(alarm.sentence(Words.INDONESIAN).contains("SHA256:"), alarm.sentence(Words.INDONESIAN));
			entrance.close();
			assertEquals("connection_refused",
					assertInstanceOf(Answer.Failed.class, check.ask(good, LONG)).cause().code());
		}
	}

	private static Device with(Device device, String setting, String value) {
		Map<String, String> settings = new HashMap<>(device.access().settings());
		settings.put(setting, value);
		return new Device(device.key(), device.kind(), device.address(), "", "", 0, Optional.empty(), "",
				new Access(settings));
	}

	@Test
	void everyCauseHasItsSentence() {
		for (String code : List.of("ssh_silent_banner", "ssh_silent_key_exchange", "ssh_silent_login", "ssh_silent_command",
				"ssh_no_way", "ssh_broken", "ssh_host_key", "ssh_nothing_in_common", "ssh_refused", "ssh_other_login",
				"ssh_resting", "ssh_no_secret", "ssh_bad_key", "ssh_unready", "ssh_too_much", "ssh_unread", "ssh_restarted",
				"ssh_disk", "ssh_memory", "ssh_load", "ssh_service", "ssh_clock_ahead", "ssh_clock_behind", "ssh_antivirus")) {
			String sentence = Cause.of(code, NOW, Duration.ofSeconds(3), "c").sentence(Words.INDONESIAN);
			assertFalse(sentence.isEmpty() || sentence.contains("{"), sentence);
		}
	}
}
