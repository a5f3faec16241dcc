package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
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
import id.posko.kit.Words;
import id.posko.probe.discovery.NetworkDiscovery;
import id.posko.probe.snmp.SnmpSession;

/** What {@code posko discover} prints and ends with. */
class DiscoverVerbTest {

	private static final Site OFFICE = new Site(new RegionCode("35.03.01"), "Kecamatan Satu", SiteKind.KECAMATAN,
			LinkKind.FIBRE);
	/** The second of each four neighbours answers. */
	private static final Echo SECOND = (target, timeout, then) -> then.accept((target.getAddress()[3] & 3) == 2
			? new EchoAnswer.Replied(Duration.ofMillis(1), target, "test") : new EchoAnswer.Silent(timeout, "test"));

	private final SnmpSession session = new SnmpSession();
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private Fleet fleet = Fleet.EMPTY;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return fleet;
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			throw new UnsupportedOperationException();
		}
	};

	@AfterEach
	void close() {
		session.close();
	}

	private int run(String... arguments) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
				Words.INDONESIAN, Path.of("."));
		Verb verb = new DiscoverVerb(new NetworkDiscovery(SECOND, session), inventory, null);
		return CommandForm.of(verb.on(call), "posko discover", call).execute(arguments);
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource({ "8.8.8.0/24,alamat publik", "rumah,bukan rentang alamat", "10.0.0.0/16,--yes-large", "10.0.0.0/8,terlalu besar",
			"224.0.0.0/24,bukan rentang alamat alat", "10.0.0.0/24 --rate 0,Laju 0", "10.0.0.0/24 --rate 1001,Laju 1001",
			"10.0.0.0/24 --v1 --v3 x,satu cara", "10.0.0.0/24 --v3 x --secret tiada,tiada", "10.0.0.0/24 --limit nanti,nanti",
			"10.0.0.0/24 --v3 x --auth ROT13 --secret tiada,ROT13" })
	void badUseIsRefusedInASentence(String arguments, String sentence) {
		assertEquals(Call.WRONG_USE, run(arguments.split(" ")));
		assertTrue(err().contains(sentence), err());
		assertEquals("", out.toString(StandardCharsets.UTF_8));
	}

	@Test
	void eachDeviceThatAnswersIsOneObject() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.61.6.2"))) {
			Thread.ofVirtual().start(() -> serve(server));
			int port = server.getLocalPort();
			fleet = new Fleet(List.of(OFFICE), List.of(new Device(new DeviceKey(OFFICE.code(), "Server AFIS"),
					DeviceKind.AFIS_SERVER, Address.tryParse("127.61.6.2"), "", "", 0, Optional.empty(), "",
					new Access(Map.of("ssh.port", Integer.toString(port))))));
			assertEquals(Call.WELL, run("127.61.6.0/29", "--rate", "1000", "--timeout", "1s", "--json"));
			List<String> lines = out.toString(StandardCharsets.UTF_8).lines().sorted().toList();
			assertEquals(2, lines.size(), lines::toString);
			assertTrue(lines.getFirst().startsWith("{\"address\":\"127.61.6.2\",\"name\":null,\"answers\":["), lines.getFirst());
			assertTrue(lines.getFirst().contains("{\"sign\":\"ssh\",\"value\":\"SSH-2.0-OpenSSH_9.2\"}"), lines.getFirst());
			assertTrue(lines.getFirst().contains("\"kind\":\"AFIS_SERVER\",\"confidence\":\"weak\""), lines.getFirst());
			assertTrue(lines.getFirst().endsWith("\"known\":[\"Server AFIS Kecamatan Satu\"]}"), lines.getFirst());
			assertTrue(lines.getLast().endsWith("\"known\":[]}"), lines.getLast());
			assertTrue(err().contains("6 alamat di 127.61.6.0/29, 1.000 pertanyaan per detik"), err());
			assertTrue(err().contains("2 dari 6 alamat menjawab"), err());

			assertEquals(Call.WELL, run("127.61.6.2", "--rate", "1000", "--timeout", "1s"));
			String line = out.toString(StandardCharsets.UTF_8);
			assertTrue(line.contains("Server AFIS, dugaan: SSH: SSH-2.0-OpenSSH_9.2 |"), line);
			assertTrue(line.contains("sudah ada di daftar: Server AFIS Kecamatan Satu"), line);
		}
	}

	private static void serve(ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket client = server.accept()) {
				client.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
			} catch (IOException _) { // the test is over
				continue;
			}
		}
	}

	@Test
	void whatTookTooLongIsNotWell() {
		assertEquals(Call.NOT_WELL, run("127.61.6.0/24", "--limit", "200ms"));
		assertTrue(err().contains("Batas waktu"), err());
		assertFalse(err().contains("254 dari 254"), err());
	}
}
