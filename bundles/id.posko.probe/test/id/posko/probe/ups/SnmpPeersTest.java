package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.OID;

import id.posko.probe.Recordings;
import id.posko.health.Cause;
import id.posko.probe.Peer;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.Reply;
import id.posko.probe.snmp.SnmpSession;

/** Against foreign agents: net-snmp's snmpd and snmpsim. */
class SnmpPeersTest {

	private static final InetAddress HERE = InetAddress.getLoopbackAddress();
	private static final Duration TIMEOUT = Duration.ofSeconds(6);
	private static SnmpSession session;
	private static UpsReader reader;

	@TempDir
	Path folder;

	@BeforeAll
	static void open() {
		session = new SnmpSession();
		reader = new UpsReader(session);
	}

	@AfterAll
	static void close() {
		session.close();
	}

	private static boolean answers(SnmpSession session, int port, Login login) throws InterruptedException {
		return session.next(new InetSocketAddress(HERE, port), login, List.of(new OID("1.3.6.1.2.1.1.2")),
				Duration.ofMillis(500)) instanceof Reply.Objects;
	}

	private static UpsAnswer.Read read(int port, Login login) throws InterruptedException {
		return assertInstanceOf(UpsAnswer.Read.class, reader.read(HERE, new UpsAccess.Snmp(port, login), TIMEOUT));
	}

	/** snmpd that gives the objects of a made-up recording. */
	static Peer snmpd(SnmpSession session, Path folder, int port, String recording) throws Exception {
		List<String> lines = new ArrayList<>(List.of("rocommunity public 127.0.0.1", "rouser posko priv",
				"createUser posko SHA \"rahasia sekali\" AES \"lebih rahasia\"", "rouser lain priv",
				"createUser lain SHA-256 \"rahasia kedua\" AES \"rahasia kedua\""));
		Expected.text("made/" + recording + ".snmprec").lines().map(l -> l.split("\\|"))
				.forEach(o -> lines.add(o[1].equals("6") ? "sysobjectid ." + o[2]
						: "override ." + o[0] + " " + Map.of("2", "integer", "4", "octet_str", "66", "unsigned", "67", "timeticks")
								.get(o[1]) + " \"" + o[2] + "\""));
		Path configuration = Files.write(folder.resolve("snmpd.conf"), lines);
		return Peer.start(folder, Map.of("SNMP_PERSISTENT_DIR", folder.toString(), "MIBS", ""),
				List.of("/usr/sbin/snmpd", "-f", "-Lo", "-C", "-c", configuration.toString(), "udp:127.0.0.1:" + port))
				.until(() -> answers(session, port, new Login.Community(false, "public")));
	}

	private static Login.User user(String name, String auth, String first, String second) {
		return new Login.User(name, auth, first.toCharArray(), "AES", second.toCharArray());
	}

	@Test
	void snmpdIsReadInAllThreeVersionsWithAtMostThreeRequests() throws Exception {
		int port = Peer.freeUdpPort();
		try (Peer _ = snmpd(session, folder, port, "power-cut")) {
			List<String> expected = Expected.read("made.expected").get("power-cut");
			for (Login login : List.of(new Login.Community(true, "public"), new Login.Community(false, "public"),
					user("posko", "SHA", "rahasia sekali", "lebih rahasia"),
					user("lain", "SHA-256", "rahasia kedua", "rahasia kedua"))) {
				UpsAnswer.Read read = read(port, login);
				assertEquals(String.join("\n", expected), String.join("\n", Expected.lines(read.readings())), login.toString());
				assertTrue(read.requests() <= 3, login + ": " + read.requests() + " requests");
			}
		}
	}

	@Test
	void snmpdRefusesAWrongUserAndAWrongPassphraseAndThatIsSaid() throws Exception {
		int port = Peer.freeUdpPort();
		try (Peer _ = snmpd(session, folder, port, "lost-line")) {
			Map<Login, String> refused = Map.of(user("nobody", "SHA", "rahasia sekali", "lebih rahasia"), "snmp_unknown_user",
					user("posko", "SHA", "rahasia salah", "lebih rahasia"), "snmp_wrong_passphrase");
			assertAll(refused.entrySet().stream().map(r -> () -> assertEquals(new UpsAnswer.Refused(Cause.of(r.getValue())),
					reader.read(HERE, new UpsAccess.Snmp(port, r.getKey()), TIMEOUT))));
			assertInstanceOf(UpsAnswer.Silent.class, reader.read(HERE,
					new UpsAccess.Snmp(port, new Login.Community(false, "wrong")), Duration.ofMillis(300)));
			assertEquals(Expected.read("made.expected").get("lost-line"),
					Expected.lines(read(port, user("posko", "SHA", "rahasia sekali", "lebih rahasia")).readings()));
		}
	}

	@Test
	void snmpsimWithTheRecordingsIsReadAsTheRecordingsThemselves() throws Exception {
		Path recordings = Recordings.folder();
		int port = Peer.freeUdpPort();
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		Path cache = Files.createDirectory(folder.resolve("cache"));
		Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
		List<String> command = new ArrayList<>(List.of("/usr/bin/snmpsimd", "--data-dir=" + recordings,
				"--cache-dir=" + cache, "--agent-udpv4-endpoint=127.0.0.1:" + port));
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("--process-user=nobody", "--process-group=nogroup"));
		}
		Map<String, List<String>> expected = Expected.read("recordings.expected");
		try (Peer _ = Peer.start(folder, Map.of(), command)
				.until(() -> answers(session, port, new Login.Community(false, "apc_smart1500")))) {
			for (Path file : RecordingsTest.all()) {
				String name = file.getFileName().toString().replace(".snmprec", "");
				for (boolean first : List.of(false, true)) {
					UpsAnswer.Read read = read(port, new Login.Community(first, name));
					assertEquals(expected.get(name).stream().collect(Collectors.joining("\n")),
							String.join("\n", Expected.lines(read.readings())), name + (first ? " v1" : " v2c"));
					assertTrue(read.requests() <= (first ? 4 : 3), name + ": " + read.requests() + " requests");
				}
			}
		}
	}

	@Test
	void whereNobodyListensItIsSilentWithinItsTime() throws IOException, InterruptedException {
		assertInstanceOf(UpsAnswer.Silent.class, reader.read(HERE,
				new UpsAccess.Snmp(Peer.freeUdpPort(), new Login.Community(false, "public")), Duration.ofMillis(600)));
		assertInstanceOf(UpsAnswer.Silent.class, reader.read(HERE, new UpsAccess.Snmp(Peer.freeUdpPort(),
				user("posko", "SHA", "rahasia sekali", "lebih rahasia")), Duration.ofMillis(600)));
	}
}
