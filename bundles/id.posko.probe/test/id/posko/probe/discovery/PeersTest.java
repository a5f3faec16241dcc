package id.posko.probe.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.OID;

import id.posko.kit.discovery.Discovery.Ending;
import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Door.Service;
import id.posko.probe.Peer;
import id.posko.probe.icmp.SystemEcho;
import id.posko.probe.line.Report;
import id.posko.probe.nut.Upsd;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.Reply;
import id.posko.probe.snmp.SnmpSession;

/** Against net-snmp's snmpd, NUT's upsd and OpenSSH's sshd, each at its own address of loopback. */
@Timeout(120)
class PeersTest {

	private static final Duration SOON = Duration.ofSeconds(1);

	private final SnmpSession session = new SnmpSession();
	private final SystemEcho echo = new SystemEcho();
	private final NetworkDiscovery discovery = new NetworkDiscovery(echo, session);

	@TempDir
	Path folder;

	@BeforeEach
	void folders() throws Exception {
		for (String name : List.of("snmp", "ups", "ssh")) {
			Files.createDirectory(folder.resolve(name));
		}
	}

	@AfterEach
	void close() {
		echo.close();
		session.close();
	}

	private Sweeps sweep(String range, String community, Door... more) throws InterruptedException {
		Sweeps found = new Sweeps();
		assertInstanceOf(Ending.Done.class, discovery.sweep(Sweeps.wish(range, community, more), found));
		return found;
	}

	private Peer snmpd(String address, int port, String... settings) throws Exception {
		Path place = Files.createDirectories(folder.resolve("snmp/" + address));
		List<String> lines = new ArrayList<>(List.of("rocommunity kantor 127.0.0.0/8", "createUser posko SHA \"rahasia sekali\" AES \"lebih rahasia\"",
				"rouser posko priv"));
		lines.addAll(List.of(settings));
		Path configuration = Files.write(place.resolve("snmpd.conf"), lines);
		return Peer.start(place, Map.of("SNMP_PERSISTENT_DIR", place.toString(), "MIBS", ""),
				List.of("/usr/sbin/snmpd", "-f", "-Lo", "-C", "-c", configuration.toString(), "udp:" + address + ":" + port))
				.until(() -> session.next(new InetSocketAddress(InetAddress.ofLiteral(address), port),
						new Login.Community(false, "kantor"), List.of(new OID("1.3.6.1.2.1.1.2")),
						Duration.ofMillis(500)) instanceof Reply.Objects);
	}

	@Test
	void snmpdTellsWhatItIsInEveryVersion() throws Exception {
		int port = Peer.freeUdpPort();
		Door door = new Door(port, Service.SNMP);
		try (Peer _ = snmpd("127.61.1.2", port, "sysobjectid .1.3.6.1.4.1.318.1.3.27", "sysname ups-dinas",
				"sysdescr APC Web/SNMP Management Card");
				Peer _ = snmpd("127.61.1.3", port, "sysobjectid .1.3.6.1.4.1.14988.1", "sysname gerbang",
						"sysdescr RouterOS RB750Gr3")) {
			Sweeps found = sweep("127.61.1.0/29", "kantor", door);
			assertEquals("UPS_SERVER SURE [sysObjectID 1.3.6.1.4.1.318.1.3.27 = APC]", found.guess("127.61.1.2"));
			assertEquals("ROUTER SURE [sysObjectID 1.3.6.1.4.1.14988.1 = MikroTik]", found.guess("127.61.1.3"));
			assertEquals("ups-dinas", found.met.get("127.61.1.2").name());
			assertEquals("127.61.1.2:" + port, found.met.get("127.61.1.2").address().toString());
			assertEquals("snmp.community=kantor; snmp.version=2c", found.met.get("127.61.1.2").access().toString());
			assertEquals("127.61.1.3", found.met.get("127.61.1.3").address().toString(), "a router is asked by ICMP");
			assertTrue(found.signs("127.61.1.2").contains("sysDescr: APC Web/SNMP Management Card"), found.toString());
			assertTrue(sweep("127.61.1.2", "salah", door).signs("127.61.1.2").stream().noneMatch(s -> s.startsWith("sys")),
					"another community is never tried");

			for (Login login : List.of(new Login.Community(true, "kantor"), new Login.User("posko", "SHA",
					"rahasia sekali".toCharArray(), "AES", "lebih rahasia".toCharArray()))) {
				Sweeps other = new Sweeps();
				discovery.sweep(Sweeps.wish("127.61.1.2", "", door), Optional.of(login), other);
				assertEquals("UPS_SERVER SURE [sysObjectID 1.3.6.1.4.1.318.1.3.27 = APC]", other.guess("127.61.1.2"),
						login.toString());
			}
		}
	}

	@Test
	void upsdAndSshdTellWhatTheyAre() throws Exception {
		int nut = Peer.freeTcpPort();
		int ssh = Peer.freeTcpPort();
		try (Peer driver = dummyUps(nut); Peer upsd = Peer.start(folder.resolve("ups"), places(),
				List.of("/lib/nut/upsd", "-u", System.getProperty("user.name"), "-F")); Peer _ = sshd("127.61.2.3", ssh)) {
			driver.until(() -> Files.exists(folder.resolve("ups/dummy-ups-kit1")));
			upsd.until(() -> Upsd.list(new InetSocketAddress("127.61.2.2", nut), SOON) instanceof Report.Told);
			Sweeps found = sweep("127.61.2.0/29", "", new Door(nut, Service.NUT), new Door(ssh, Service.SSH));
			assertEquals("UPS_CLIENT SURE [NUT: UPS kit1 UPS meja rekam]", found.guess("127.61.2.2"), found::toString);
			assertEquals("127.61.2.2:" + nut, found.met.get("127.61.2.2").address().toString());
			assertEquals("ups.protocol=nut", found.met.get("127.61.2.2").access().toString());
			assertTrue(found.signs("127.61.2.3").stream().anyMatch(s -> s.startsWith("SSH: SSH-2.0-OpenSSH")), found.toString());
			assertTrue(found.signs("127.61.2.3").contains("porta %d terbuka (SSH)".formatted(ssh)), found.toString());
			assertTrue(found.met.containsKey("127.61.2.5"), "it answers ping");
		}
	}

	private Map<String, String> places() {
		String place = folder.resolve("ups").toString();
		return Map.of("NUT_CONFPATH", place, "NUT_STATEPATH", place, "NUT_ALTPIDPATH", place);
	}

	private Peer dummyUps(int port) throws Exception {
		Path place = folder.resolve("ups");
		Files.writeString(place.resolve("kit1.dev"), "ups.status: OL\nbattery.charge: 100\n");
		Files.writeString(place.resolve("ups.conf"), "[kit1]\ndriver = dummy-ups\ndesc = \"UPS meja rekam\"\nport = " + place
				+ "/kit1.dev\n");
		Files.writeString(place.resolve("upsd.conf"), "LISTEN 127.61.2.2 " + port + "\n");
		Files.writeString(place.resolve("upsd.users"), "\n");
		return Peer.start(place, places(),
				List.of("/lib/nut/dummy-ups", "-a", "kit1", "-u", System.getProperty("user.name"), "-F"));
	}

	private Peer sshd(String address, int port) throws Exception {
		Path place = folder.resolve("ssh");
		new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", place.resolve("key").toString()).start().waitFor();
		Path configuration = Files.write(place.resolve("sshd_config"), List.of("ListenAddress " + address + ":" + port,
				"HostKey " + place.resolve("key"), "PidFile none", "UsePAM no", "StrictModes no"));
		if ("root".equals(System.getProperty("user.name"))) {
			Files.createDirectories(Path.of("/run/sshd"));
		}
		Path log = place.resolve("log");
		return Peer.start(place, Map.of(), List.of("/usr/sbin/sshd", "-D", "-f", configuration.toString(), "-E", log.toString()))
				.until(() -> Files.exists(log) && Files.readString(log).contains("Server listening"));
	}
}
