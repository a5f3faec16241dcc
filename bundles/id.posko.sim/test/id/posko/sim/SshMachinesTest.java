package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.EchoAnswer;
import id.posko.health.Reading;
import id.posko.health.Vantage;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.memory.Folder;
import id.posko.memory.Pocket;
import id.posko.probe.name.Names;
import id.posko.probe.ssh.RemotePing;
import id.posko.probe.ssh.Shell;
import id.posko.probe.ssh.SshCheck;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKeys;

/** The AFIS servers of the sample kabupaten, asked by the check that asks real ones, and by OpenSSH. */
class SshMachinesTest {

	private static final String AFIS = "35.60.01/Server AFIS";
	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final Duration SHORT = Duration.ofSeconds(1);

	@TempDir
	private Path scratch;
	private final Fleet fleet = Kabupaten.fleet();
	private final Faults faults = new Faults(fleet, InstantSource.system());
	private final Lines lines = new Lines(faults, fleet, new Random(3));
	private final Pocket secrets = new Pocket();
	private final Map<String, String> kept = secrets.kept();
	private final Names names = new Names();
	private SshMachines servers;
	private Connections connections;
	private Shell shell;
	private SshCheck check;

	@BeforeEach
	void start() {
		servers = servers();
		assertTrue(servers.isOpen());
		connections = new Connections(new HostKeys(new Folder(scratch)), secrets);
		shell = new Shell(connections, names);
		check = new SshCheck(shell);
	}

	private SshMachines servers() {
		return new SshMachines(fleet, faults, lines, secrets, scratch, InstantSource.system());
	}

	@AfterEach
	void stop() {
		connections.close();
		servers.close();
		lines.close();
		names.close();
	}

	private Device device(String name) {
		return fleet.named(name).getFirst();
	}

	private Answer ask() throws InterruptedException {
		return check.ask(device(AFIS), PATIENCE);
	}

	private void turn(String name, boolean isOn) {
		faults.turn(faults.named(name).orElseThrow(), isOn);
	}

	private static double number(Answer answer, String quantity) {
		return answer.evidence().findings().stream().map(Reading.class::cast).filter(r -> r.quantity().equals(quantity))
				.findFirst().flatMap(r -> r.value().stream().boxed().findFirst())
				.orElseThrow(() -> new AssertionError(quantity + " in " + answer));
	}

	private static String impaired(Answer answer) {
		return assertInstanceOf(Answer.Impaired.class, answer, answer.toString()).cause().code();
	}

	private static String broken(Answer answer) {
		return assertInstanceOf(Answer.Broken.class, answer, answer.toString()).cause().code();
	}

	private static String failed(Answer answer) {
		return assertInstanceOf(Answer.Failed.class, answer, answer.toString()).cause().code();
	}

	@Test
	void everyServerIsMeasuredAndWell() throws Exception {
		List<Device> all = fleet.devices().stream().filter(check::suits).toList();
		assertEquals(14 + 17, all.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Answer> asked : all.stream().map(afis -> threads.submit(() -> check.ask(afis, PATIENCE))).toList()) {
				Answer answer = assertInstanceOf(Answer.Answered.class, asked.get(), () -> asked.resultNow().toString());
				assertTrue(number(answer, "uptime") > Duration.ofHours(4).toSeconds(), answer.toString());
				assertTrue(number(answer, "memory.used") < 60, answer.toString());
				assertEquals(0, number(answer, "clock.skew"));
			}
		}
	}

	@Test
	void aFullDiskIsTold() throws InterruptedException {
		turn("disk-banyuurip", true);
		assertEquals("ssh_disk", impaired(ask()));
		turn("disk-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void aRestartIsToldOnce() throws InterruptedException {
		assertInstanceOf(Answer.Answered.class, ask());
		turn("restart-banyuurip", true);
		Answer answer = ask();
		assertEquals("ssh_restarted", impaired(answer));
		assertTrue(number(answer, "uptime") < 60, answer.toString());
	}

	@Test
	void aRefusedLoginIsNotTriedAgainUntilThePasswordIsNew() throws InterruptedException {
		assertInstanceOf(Answer.Answered.class, ask());
		String password = kept.get(Kabupaten.SSH_SECRET);
		turn("login-banyuurip", true);
		ask();
		assertEquals("ssh_refused", broken(ask()), "also where a connection was open");
		assertEquals("ssh_refused", broken(ask()));
		assertInstanceOf(Answer.Answered.class, check.ask(device("35.60.02/Server AFIS"), PATIENCE));
		assertEquals(2, kept.size(), kept.toString());
		turn("login-banyuurip", false);
		assertNotEquals(password, kept.get(Kabupaten.SSH_SECRET));
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void aListenerThatAcceptsAndNeverAnswersIsToldWithinTheTimeout() throws InterruptedException {
		turn("bisu-banyuurip", true);
		assertEquals("ssh_silent_banner", failed(check.ask(device(AFIS), SHORT)));
		turn("bisu-banyuurip", false);
	}

	@Test
	void anOpenConnectionFallsSilentToo() throws InterruptedException {
		assertInstanceOf(Answer.Answered.class, ask());
		turn("jalur-banyuurip", true);
		assertTrue(failed(check.ask(device(AFIS), SHORT)).startsWith("ssh_silent"));
		turn("jalur-banyuurip", false);
		ask();
		assertInstanceOf(Answer.Answered.class, ask(), "the second at the latest");
	}

	@Test
	void theDataCentreIsSeenFromThere() throws InterruptedException {
		Vantage.View view = new RemotePing(shell, names).ping(device(AFIS), Address.parse("127.60.0.1"), PATIENCE);
		assertInstanceOf(EchoAnswer.Replied.class, assertInstanceOf(Vantage.View.Seen.class, view, view.toString()).answer(),
				view.toString());
	}

	@Test
	void anotherStartHasTheSameHostKeyAndAnotherPassword() throws InterruptedException {
		assertInstanceOf(Answer.Answered.class, ask());
		String password = kept.get(Kabupaten.SSH_SECRET);
		servers.close();
		assertTrue(kept.isEmpty(), kept.toString());
		servers = servers();
		assertNotEquals(password, kept.get(Kabupaten.SSH_SECRET));
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void nothingIsLeftBehind() throws Exception {
		turn("login-banyuurip", true);
		assertEquals("ssh_refused", broken(ask()));
		servers.close();
		assertTrue(kept.isEmpty(), kept.toString());
		try (ServerSocket socket = new ServerSocket(Kabupaten.SSH_PORT, 1, InetAddress.getByName("127.60.1.10"))) {
			assertTrue(socket.isBound());
		}
	}

	@Test
	void openSshEntersAndReadsTheSame() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh")), "no OpenSSH: apt-get install openssh-client");
		assertTrue(openSsh(kept.get(Kabupaten.SSH_SECRET)).endsWith("@@posko system\nLinux 6.18.44\n"));
		assertTrue(openSsh("salah").contains("Permission denied"));
	}

	private String openSsh(String password) throws IOException, InterruptedException {
		Path teller = Files.writeString(scratch.resolve("teller"), "#!/bin/sh\necho '" + password + "'\n");
		Files.setPosixFilePermissions(teller, PosixFilePermissions.fromString("rwx------"));
		Path script = Files.writeString(scratch.resolve("script"), "echo '@@posko system'\nuname -sr\n");
		ProcessBuilder builder = new ProcessBuilder("/usr/bin/ssh", "-F", "none", "-o", "StrictHostKeyChecking=no", "-o",
				"UserKnownHostsFile=/dev/null", "-o", "NumberOfPasswordPrompts=1", "-o", "PubkeyAuthentication=no", "-p",
				Integer.toString(Kabupaten.SSH_PORT), Kabupaten.USER + "@127.60.1.10", "sh").redirectErrorStream(true)
				.redirectInput(script.toFile());
		builder.environment().putAll(Map.of("SSH_ASKPASS", teller.toString(), "SSH_ASKPASS_REQUIRE", "force"));
		Process process = builder.start();
		try {
			assertTrue(process.waitFor(20, TimeUnit.SECONDS), "ssh does not end");
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		} finally {
			process.destroyForcibly();
		}
	}
}
