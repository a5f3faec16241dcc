package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.memory.Folder;
import id.posko.memory.Pocket;
import id.posko.memory.Somebody;
import id.posko.probe.name.Names;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKeys;
import id.posko.ssh.Trust;

/** A replaced machine's key is shown, and accepted only when that is said; against OpenSSH's own server. */
class SshVerbTest implements Inventory {

	private static final Path SSHD = Path.of("/usr/sbin/sshd");
	private static final RegionCode PLACE = new RegionCode("35.03.01");

	@TempDir
	private Path folder;
	private Process sshd;
	private int port;
	private final Names names = new Names(InetAddress::getByName, InstantSource.system());
	private HostKeys hostKeys;
	private Connections connections;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void startsAMachine() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(SSHD), "no OpenSSH server here");
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		hostKeys = new HostKeys(new Folder(folder));
		connections = new Connections(hostKeys, new Pocket());
		start();
	}

	/** With a new key. */
	private void start() throws IOException, InterruptedException {
		Path key = folder.resolve("host_key");
		Files.deleteIfExists(key);
		new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()).start().waitFor();
		Files.createDirectories(Path.of("/run/sshd"));
		sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", "/dev/null", "-o", "ListenAddress=127.0.0.1:" + port,
				"-o", "PidFile=none", "-o", "HostKey=" + key).redirectErrorStream(true).start();
		assertTrue(sshd.inputReader().readLine().contains("Server listening"));
	}

	@AfterEach
	void stops() throws InterruptedException {
		connections.close();
		names.close();
		stop();
	}

	private void stop() throws InterruptedException {
		sshd.destroy();
		assertTrue(sshd.waitFor(10, TimeUnit.SECONDS));
	}

	private int run(String... arguments) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH, folder).by(Somebody.ADB);
		return CommandForm.of(new SshVerb(this, connections, hostKeys, new Trust(hostKeys, new Somebody(folder).acts), names).on(call), "posko ssh", call).execute(arguments);
	}

	private String said() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aReplacedMachinesKeyIsAcceptedOnlyWhenItIsNamedOrWithYes() throws IOException, InterruptedException {
		assertEquals(Call.NOT_WELL, run("accept", "AFIS"));
		assertTrue(said().contains("none yet") && hostKeys.all().isEmpty(), said());
		assertEquals(Call.WELL, run("accept", "AFIS", "--yes"), this::said);
		String old = hostKeys.all().getFirst().fingerprint();
		assertEquals(Call.WELL, run("accept", "35.03.01/AFIS"), this::said);
		assertTrue(said().contains("known already"), said());

		stop();
		start();
		assertEquals(Call.NOT_WELL, run("accept", "AFIS"));
		assertTrue(said().contains(old) && said().contains("--key SHA256:"), said());
		String shown = said().replaceAll("(?s).*--key (SHA256:\\S+).*", "$1");
		assertEquals(Call.NOT_WELL, run("accept", "AFIS", "--key", old));
		assertEquals(old, hostKeys.all().getFirst().fingerprint());
		assertEquals(Call.WELL, run("accept", "AFIS", "--key", shown), this::said);
		assertEquals(List.of(shown), hostKeys.all().stream().map(k -> k.fingerprint()).toList());

		assertEquals(Call.WELL, run("list"));
		assertEquals("[127.0.0.1]:" + port + " ssh-ed25519 " + shown, out.toString(StandardCharsets.UTF_8).strip());
		assertEquals(Call.WELL, run("list", "--json"));
		assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("{\"machine\":\"[127.0.0.1]:" + port + "\""));
		assertEquals(Call.WELL, run("forget", "AFIS"));
		assertEquals(Call.WRONG_USE, run("forget", "[127.0.0.1]:" + port));
		assertTrue(hostKeys.all().isEmpty());
	}

	@Test
	void whatIsNoMachineOrDoesNotAnswerIsSaid() throws InterruptedException {
		assertEquals(Call.WRONG_USE, run("accept", "nothing"));
		assertEquals(Call.WRONG_USE, run("accept", "MODEM"));
		assertTrue(said().contains("ssh.user"), said());
		assertEquals(Call.WRONG_USE, run());
		stop();
		assertEquals(Call.NOT_WELL, run("accept", "AFIS", "--yes"));
		assertFalse(said().isBlank());
	}

	@Test
	void aDamagedFileOfKeysIsSaidAndKept() throws IOException {
		Files.writeString(folder.resolve("known_hosts"), "damaged\n");
		assertEquals(Call.FAILED, run("list"));
		assertEquals(Call.FAILED, run("accept", "AFIS", "--yes"));
		assertEquals("damaged\n", Files.readString(folder.resolve("known_hosts")));
	}

	@Override
	public Fleet fleet() {
		Access access = new Access(Map.of("ssh.user", "posko", "ssh.secret", "afis", "ssh.port", Integer.toString(port)));
		Device afis = new Device(new DeviceKey(PLACE, "AFIS"), DeviceKind.AFIS_SERVER, Address.tryParse("127.0.0.1"), "", "",
				0, Optional.empty(), "", access);
		Device modem = new Device(new DeviceKey(PLACE, "MODEM"), DeviceKind.MODEM, Address.tryParse("127.0.0.1"), "", "", 0,
				Optional.empty(), "");
		return new Fleet(List.of(new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
				List.of(afis, modem));
	}

	@Override
	public Subscription onChange(Consumer<Fleet> listener) {
		return () -> { };
	}
}
