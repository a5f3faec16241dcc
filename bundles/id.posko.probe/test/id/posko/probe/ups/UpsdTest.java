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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Cause;
import id.posko.probe.Peer;
import id.posko.probe.line.Report;
import id.posko.probe.nut.Upsd;
import id.posko.probe.snmp.SnmpSession;

/** Against NUT's own upsd, its UPS played by NUT's dummy-ups. */
class UpsdTest {

	private static final InetAddress HERE = InetAddress.getLoopbackAddress();
	private static final Duration TIMEOUT = Duration.ofSeconds(5);
	private static final String ON_MAINS = """
			battery.charge: 87
			battery.runtime: 1420
			battery.voltage: 13.4
			battery.temperature: 0
			input.voltage: 221.0
			input.frequency: 49.9
			output.voltage: 220.5
			ups.load: 23
			ups.status: OL CHRG RB
			ups.test.result: Done and passed
			""";
	private static final List<String> READ_ON_MAINS = List.of("battery.charge 87", "battery.runtime 1420",
			"battery.volts 13.4", "battery.temperature ! zero", "battery.state normal", "battery.replace yes",
			"input.volts 221", "input.hertz 49.9", "output.source normal", "output.load 23", "output.volts 220.5",
			"test.state passed");
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

	private List<String> read(int port, String name) throws InterruptedException {
		return Expected.lines(assertInstanceOf(UpsAnswer.Read.class,
				reader.read(HERE, new UpsAccess.Nut(port, name), TIMEOUT)).readings());
	}

	@Test
	void upsdWithDummyUpsIsReadAndItsRefusalsAreSaid() throws Exception {
		int port = Peer.freeTcpPort();
		String user = System.getProperty("user.name");
		Files.writeString(folder.resolve("kit1.dev"), ON_MAINS);
		Files.writeString(folder.resolve("ups.conf"), "[kit1]\ndriver = dummy-ups\nport = " + folder + "/kit1.dev\n"
				+ "[kit2]\ndriver = dummy-ups\nport = " + folder + "/kit2.dev\n");
		Files.writeString(folder.resolve("upsd.conf"), "LISTEN 127.0.0.1 " + port + "\n");
		Files.writeString(folder.resolve("upsd.users"), "\n");
		Map<String, String> places = Map.of("NUT_CONFPATH", folder.toString(), "NUT_STATEPATH", folder.toString(),
				"NUT_ALTPIDPATH", folder.toString());
		InetSocketAddress server = new InetSocketAddress(HERE, port);
		try (Peer driver = Peer.start(folder, places, List.of("/lib/nut/dummy-ups", "-a", "kit1", "-u", user, "-F"));
				Peer upsd = Peer.start(folder, places, List.of("/lib/nut/upsd", "-u", user, "-F"))) {
			driver.until(() -> Files.exists(folder.resolve("dummy-ups-kit1")));
			upsd.until(() -> Upsd.ask(server, "kit1", Duration.ofSeconds(1)) instanceof Report.Told(var values, _)
					&& values.containsKey("ups.test.result"));
			assertEquals(READ_ON_MAINS, read(port, "kit1"));
			assertEquals(READ_ON_MAINS, read(port, ""), "the first UPS of the server");
			assertEquals(new UpsAnswer.Refused(Cause.of("nut_unknown_ups", "kit9")),
					reader.read(HERE, new UpsAccess.Nut(port, "kit9"), TIMEOUT));
			assertEquals(new UpsAnswer.Refused(Cause.of("ups_not_connected")),
					reader.read(HERE, new UpsAccess.Nut(port, "kit2"), TIMEOUT));
		}
		assertEquals(new UpsAnswer.Refused(Cause.of("connection_refused", port)),
				reader.read(HERE, new UpsAccess.Nut(port, "kit1"), TIMEOUT));
	}
}
