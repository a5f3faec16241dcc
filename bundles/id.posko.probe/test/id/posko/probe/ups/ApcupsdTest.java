package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.probe.Peer;
import id.posko.probe.apcupsd.InformationServer;
import id.posko.probe.line.Report;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.SnmpSession;

/**
 * Against apcupsd itself, which asks net-snmp's agent: what it says of the UPS is what we read from the agent. Debian's
 * package can not stand beside NUT's, so the test command unpacks it into the build folder.
 */
class ApcupsdTest {

	private static final InetAddress HERE = InetAddress.getLoopbackAddress();
	private static final Path UNPACKED = Path.of("../../target/peers/sbin/apcupsd").toAbsolutePath().normalize();
	private static final List<String> READ = List.of("battery.charge 97", "battery.runtime 2520", "battery.volts 27",
			"battery.temperature 31", "input.volts 224", "input.hertz 50", "output.source normal", "output.load 26",
			"output.volts 223");

	@TempDir
	Path folder;

	@Test
	void saysOfAnAgentWhatWeReadFromIt() throws Exception {
		int agent = Peer.freeUdpPort();
		int port = Peer.freeTcpPort();
		Path configuration = folder.resolve("apcupsd.conf");
		Files.writeString(configuration, """
				## apcupsd.conf v1.1 ##
				UPSCABLE ether
				UPSTYPE snmp
				DEVICE 127.0.0.1:%1$d:APC:public
				POLLTIME 1
				LOCKFILE %2$s
				SCRIPTDIR %2$s
				PWRFAILDIR %2$s
				NOLOGINDIR %2$s
				EVENTSFILE %2$s/events
				NETSERVER on
				NISIP 127.0.0.1
				NISPORT %3$d
				UPSCLASS standalone
				UPSMODE disable
				STATTIME 0
				""".formatted(agent, folder, port));
		InetSocketAddress server = new InetSocketAddress(HERE, port);
		try (SnmpSession session = new SnmpSession();
				Peer _ = SnmpPeersTest.snmpd(session, folder, agent, "mains");
				Peer _ = Peer.start(folder, Map.of(), List.of(UNPACKED.toString(), "-b", "-f", configuration.toString(), "-P",
						folder.resolve("pid").toString()))
						.until(() -> InformationServer.ask(server, Duration.ofSeconds(1)) instanceof Report.Told(var values, _)
								&& values.containsKey("BATTV"))) {
			UpsReader reader = new UpsReader(session);
			List<String> told = read(reader, new UpsAccess.Apcupsd(port));
			List<String> ours = read(reader, new UpsAccess.Snmp(agent, new Login.Community(false, "public")));
			assertEquals(READ, told.stream().filter(READ::contains).toList(), told.toString());
			assertEquals(READ, ours.stream().filter(READ::contains).toList(), ours.toString());
		}
	}

	private static List<String> read(UpsReader reader, UpsAccess access) throws InterruptedException {
		return Expected.lines(assertInstanceOf(UpsAnswer.Read.class, reader.read(HERE, access, Duration.ofSeconds(5)))
				.readings());
	}
}
