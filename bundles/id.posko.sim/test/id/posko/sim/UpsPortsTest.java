package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.memory.Pocket;
import id.posko.probe.name.Names;
import id.posko.probe.snmp.SnmpSession;
import id.posko.probe.ups.UpsCheck;
import id.posko.probe.ups.UpsReader;

/** The UPSs of the sample kabupaten, asked by the check that asks real ones, and by foreign programs. */
class UpsPortsTest {

	private static final String SERVER = "35.60.01/UPS server";
	private static final String CLIENT = "35.60.01/UPS klien 1";
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final Duration SHORT = Duration.ofMillis(400);

	private static Names names;
	private static SnmpSession session;
	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T02:00:00Z"));
	private final InstantSource time = now::get;
	private final Fleet fleet = Kabupaten.fleet();
	private final Faults faults = new Faults(fleet, time);
	private final Lines lines = new Lines(faults, fleet, new Random(2));
	private final Pocket secrets = new Pocket();
	private final UpsPorts ports = new UpsPorts(fleet, faults, lines, secrets, time);
	private final UpsCheck check = new UpsCheck(names, new UpsReader(session), secrets);

	@BeforeAll
	static void begin() {
		names = new Names();
		session = new SnmpSession();
	}

	@AfterAll
	static void end() {
		session.close();
		names.close();
	}

	@AfterEach
	void close() {
		ports.close();
		lines.close();
	}

	private Device device(String name) {
		return fleet.named(name).getFirst();
	}

	private Answer ask(String name) throws InterruptedException {
		now.updateAndGet(instant -> instant.plusSeconds(10));
		return check.ask(device(name), PATIENCE);
	}

	private Answer ask(String name, int polls) throws InterruptedException {
		for (int i = 1; i < polls; i++) {
			ask(name);
		}
		return ask(name);
	}

	private void turn(String name, boolean isOn) {
		faults.turn(faults.named(name).orElseThrow(), isOn);
	}

	private static Reading reading(Answer answer, String quantity) {
		return answer.evidence().findings().stream().filter(Reading.class::isInstance).map(Reading.class::cast)
				.filter(r -> r.quantity().equals(quantity)).findFirst()
				.orElseThrow(() -> new AssertionError(quantity + " in " + answer));
	}

	private static double number(Answer answer, String quantity) {
		return reading(answer, quantity).value().orElseThrow(() -> new AssertionError(answer.toString()));
	}

	private static Cause cause(Answer answer) {
		return assertInstanceOf(Answer.Impaired.class, answer, answer.toString()).cause();
	}

	@Test
	void everyUpsAnswersAndIsWell() throws Exception {
		List<Device> all = fleet.devices().stream().filter(check::suits).toList();
		assertEquals(14 + 17, all.size());
		assertEquals(all.size(), ports.open());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Answer> asked : all.stream().map(ups -> threads.submit(() -> check.ask(ups, PATIENCE))).toList()) {
				Answer answer = assertInstanceOf(Answer.Answered.class, asked.get(), () -> asked.resultNow().toString());
				assertTrue(answer.evidence().findings().size() >= 9, answer.toString());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { SERVER, CLIENT })
	void valuesAreThoseOfAHealthyUpsAndMove(String name) throws InterruptedException {
		Answer first = ask(name);
		assertEquals(100, number(first, "battery.charge"));
		assertEquals("normal", reading(first, "output.source").state().orElseThrow());
		assertTrue(number(first, "battery.runtime") > 600, first.toString());
		assertTrue(number(first, "input.volts") > 197 && number(first, "input.volts") < 243, first.toString());
		assertTrue(first.evidence().findings().stream().map(Reading.class::cast).allMatch(r -> r.rejected().isEmpty()),
				first.toString());
		assertNotEquals(first.evidence().findings(), ask(name).evidence().findings());
		assertInstanceOf(Answer.Answered.class, ask(name, 70), "nothing stands still");
	}

	@ParameterizedTest
	@ValueSource(strings = { SERVER, CLIENT })
	void withoutMainsTheBatteryRunsDown(String name) throws InterruptedException {
		ask(name);
		turn("listrik-banyuurip", true);
		Answer answer = ask(name);
		assertEquals("ups_on_battery_left", cause(answer).code());
		assertEquals("battery", reading(answer, "output.source").state().orElseThrow());
		double charge = number(answer, "battery.charge");
		now.updateAndGet(instant -> instant.plusSeconds(600));
		Answer later = ask(name);
		assertTrue(number(later, "battery.charge") < charge - 20, later.toString());
		now.updateAndGet(instant -> instant.plusSeconds(3600));
		assertEquals("low", reading(ask(name), "battery.state").state().orElseThrow());
		turn("listrik-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { SERVER, CLIENT })
	void aLowBatteryIsToldWhenItStands(String name) throws InterruptedException {
		turn("baterai-banyuurip", true);
		assertEquals("ups_battery_low", cause(ask(name, 3)).code());
		turn("baterai-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { SERVER, CLIENT })
	void anOldBatteryIsToldWhenItStands(String name) throws InterruptedException {
		turn("ganti-banyuurip", true);
		assertInstanceOf(Answer.Answered.class, ask(name, 5), "charge and runtime speak against it");
		assertTrue(cause(ask(name, 20)).code().contains("replace"), "but not for ever");
		turn("ganti-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { SERVER, CLIENT })
	void valuesThatStandStillAreStale(String name) throws InterruptedException {
		turn("macet-banyuurip", true);
		assertInstanceOf(Answer.Answered.class, ask(name, 20));
		assertEquals("ups_stale", cause(ask(name, 50)).code());
		turn("macet-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ups-banyuurip", "jalur-banyuurip", "jalur-pusat" })
	void aSilentUpsIsSilentWithinTheTimeout(String fault) throws InterruptedException {
		turn(fault, true);
		for (String name : List.of(SERVER, CLIENT)) {
			Answer answer = check.ask(device(name), SHORT);
			assertEquals("silent", assertInstanceOf(Answer.Failed.class, answer).cause().code());
		}
	}

	@Test
	void whatIsNoSnmpHarmsNoAgent() throws Exception {
		Random random = new Random(5);
		try (DatagramSocket socket = new DatagramSocket()) {
			for (int i = 0; i < 2000; i++) {
				byte[] garbage = new byte[random.nextInt(80)];
				random.nextBytes(garbage);
				if (garbage.length > 2 && i % 2 == 0) {
					garbage[0] = 0x30;
					garbage[1] = (byte) (garbage.length - 2);
				}
				socket.send(new DatagramPacket(garbage, garbage.length, new InetSocketAddress("127.60.1.15",
						Kabupaten.SNMP_PORT)));
			}
		}
		assertInstanceOf(Answer.Answered.class, ask(SERVER));
	}

	@Test
	void closedPortsAreFree() throws IOException {
		ports.close();
		try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress("127.60.1.15", Kabupaten.SNMP_PORT));
				ServerSocket tcp = new ServerSocket(Kabupaten.UPSD_PORT, 1,
						InetAddress.getByName("127.60.1.41"))) {
			assertTrue(udp.isBound() && tcp.isBound());
		}
	}

	@Test
	void anAddressThatIsTakenIsLeft() {
		try (UpsPorts second = new UpsPorts(fleet, faults, lines, secrets, time)) {
			assertEquals(0, second.open());
		}
	}

	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try {
			assertTrue(process.waitFor(20, TimeUnit.SECONDS), String.join(" ", command));
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		} finally {
			process.destroyForcibly();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "2c" })
	void netSnmpReadsTheSame(String version) throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/snmpget")), "no net-snmp: apt-get install snmp");
		String agent = "127.60.1.15:" + Kabupaten.SNMP_PORT;
		Answer ours = ask(SERVER);
		assertEquals(Integer.toString((int) number(ours, "input.volts")), run("snmpget", "-v" + version, "-c",
				Kabupaten.COMMUNITY, "-Oqv", agent, "1.3.6.1.2.1.33.1.3.3.1.3.1"));
		String all = run("snmpwalk", "-v" + version, "-c", Kabupaten.COMMUNITY, "-On", agent, "1.3.6.1.2.1.33");
		assertEquals(UpsObjects.of(device(SERVER), new SimulatedUps(device(SERVER), faults, time).state(), 0).size() - 5,
				all.lines().filter(l -> l.startsWith(".1.3.6.1.2.1.33.1.") && !l.contains("No more")).count(), all);
		assertTrue(run("snmpget", "-v" + version, "-c", "salah", "-r0", "-t1", agent, "1.3.6.1.2.1.1.1.0")
				.startsWith("Timeout"));
		assertTrue(run("snmpset", "-v" + version, "-c", Kabupaten.COMMUNITY, agent, "1.3.6.1.2.1.1.5.0", "s", "x")
				.contains("Error in packet"));
	}

	@Test
	void netSnmpReadsInBulk() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/snmpbulkwalk")), "no net-snmp: apt-get install snmp");
		String all = run("snmpbulkwalk", "-v2c", "-c", Kabupaten.COMMUNITY, "-On", "127.60.1.15:" + Kabupaten.SNMP_PORT,
				".1.3.6.1.2.1");
		assertTrue(all.contains(".1.3.6.1.2.1.33.1.2.4.0 = INTEGER: 100"), all);
		assertTrue(all.contains("No more variables left"), all);
	}

	@Test
	void upscReadsTheSame() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/upsc")), "no NUT client: apt-get install nut-client");
		String place = "127.60.1.41:" + Kabupaten.UPSD_PORT;
		Answer ours = ask(CLIENT);
		String all = run("upsc", Kabupaten.UPS + "@" + place);
		assertTrue(all.contains("ups.status: OL\n"), all);
		assertEquals(number(ours, "input.volts"), Double.parseDouble(run("upsc", Kabupaten.UPS + "@" + place,
				"input.voltage").lines().reduce((_, last) -> last).orElseThrow()));
		assertTrue(run("upsc", "-l", place).endsWith(Kabupaten.UPS));
		assertTrue(run("upsc", "lain@" + place).contains("Unknown UPS"));
		turn("listrik-banyuurip", true);
		assertTrue(run("upsc", Kabupaten.UPS + "@" + place, "ups.status").contains("OB DISCHRG"));
	}
}
