package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.health.Acknowledged;
import id.posko.health.Acknowledgement;
import id.posko.health.Checks;
import id.posko.health.DayReading;
import id.posko.health.EchoAnswer;
import id.posko.health.History;
import id.posko.health.KitReadiness;
import id.posko.health.KitReadiness.Light;
import id.posko.health.Monitoring;
import id.posko.health.Pace;
import id.posko.health.Patience;
import id.posko.health.Retention;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.health.Settings;
import id.posko.health.State;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.memory.Folder;
import id.posko.memory.Pocket;
import id.posko.probe.camera.CameraCheck;
import id.posko.probe.icmp.IcmpCheck;
import id.posko.probe.name.Names;
import id.posko.probe.snmp.SnmpSession;
import id.posko.probe.ssh.Shell;
import id.posko.probe.ssh.SshCheck;
import id.posko.probe.tcp.TcpCheck;
import id.posko.probe.ups.UpsCheck;
import id.posko.probe.ups.UpsReader;
import id.posko.probe.usb.UsbCheck;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKeys;

/** The kits of one simulated kecamatan under the production checks: green without a fault, and what faults make of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitsTest {

	private static final RegionCode PLACE = new RegionCode("35.60.01");
	private static final Pace QUICK = new Pace(Duration.ofMinutes(5), Duration.ofMillis(10), Duration.ofMillis(20),
			Duration.ofMillis(10), Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(1),
			Duration.ofMinutes(5), 64, Duration.ofSeconds(1));

	private static final int MOST_ROUNDS = 5;
	/** One fault is not to be heard in the share of lost answers after it is gone. */
	private static final Patience SOON = new Patience(2, 1, 64, 64, Patience.DEFAULT.flapHigh(),
			Patience.DEFAULT.flapLow());

	private final Fleet fleet = part();
	private final Site place = fleet.site(PLACE).orElseThrow();
	private final Faults faults = new Faults(fleet, InstantSource.system());
	private final Lines lines = new Lines(faults, fleet, new Random(7));
	private final Pocket secrets = new Pocket();
	private final Names names = new Names();
	private final SnmpSession session = new SnmpSession();
	/** So that pictures lie far enough from each other. */
	private final AtomicInteger looks = new AtomicInteger();
	private final InstantSource steps = () -> Instant.now().plusSeconds(10L * looks.incrementAndGet());
	private UpsPorts upses;
	private CameraPorts cameras;
	private SshMachines machines;
	private Connections connections;
	private UsbCheck usb;
	private Monitoring monitoring;

	/** On a line that leaves time enough and loses next to nothing. */
	private static Fleet part() {
		Fleet all = Kabupaten.fleet();
		Set<RegionCode> wanted = Set.of(PLACE, Kabupaten.CENTRE);
		return new Fleet(all.sites().stream().filter(site -> wanted.contains(site.code()))
				.map(site -> new Site(site.code(), site.name(), site.kind(), LinkKind.RADIO)).toList(),
				all.devices().stream().filter(device -> wanted.contains(device.site())).toList());
	}

	private record Known(Fleet fleet) implements Inventory {

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	}

	/** Nothing of it is asked here. */
	private static final class NoHistory implements History {

		@Override
		public void recordSamples(Collection<Sample> samples) {
			// forgotten
		}

		@Override
		public void recordTransitions(Collection<Transition> transitions) {
			// forgotten
		}

		@Override
		public List<Sample> samples(DeviceKey device, Instant from, Instant to) {
			return List.of();
		}

		@Override
		public List<RollUp> hourly(DeviceKey device, Instant from, Instant to) {
			return List.of();
		}

		@Override
		public List<Transition> transitions(DeviceKey device, Instant from, Instant to) {
			return List.of();
		}

		@Override
		public Map<DeviceKey, Verdict> lastVerdicts() {
			return Map.of();
		}

		@Override
		public void recordAcknowledgements(Collection<Acknowledged> changes) {
			// forgotten
		}

		@Override
		public Map<DeviceKey, Acknowledgement> acknowledgements() {
			return Map.of();
		}

		@Override
		public void recordDays(Collection<DayReading> readings) {
			// forgotten
		}

		@Override
		public List<DayReading> days(DeviceKey device, LocalDate from) {
			return List.of();
		}

		@Override
		public void prune(Instant now, Retention retention) {
			// nothing to
		}
	}

	@BeforeAll
	void start(@TempDir Path scratch) throws InterruptedException {
		upses = new UpsPorts(fleet, faults, lines, secrets, InstantSource.system());
		cameras = new CameraPorts(fleet, faults, lines, secrets, InstantSource.system());
		machines = new SshMachines(fleet, faults, lines, secrets, scratch, InstantSource.system());
		assertTrue(machines.isOpen());
		connections = new Connections(new HostKeys(new Folder(scratch)), secrets);
		Shell shell = new Shell(connections, names);
		usb = new UsbCheck(shell, new Folder(scratch)).in(new Known(fleet));
		SimulatedLines echo = new SimulatedLines((target, _, then) -> then
				.accept(new EchoAnswer.Replied(Duration.ofMillis(1), target, "test")), lines, fleet);
		monitoring = new Monitoring(new Known(fleet), new Checks(List.of(new IcmpCheck(echo, names), new TcpCheck(names),
				new UpsCheck(names, new UpsReader(session), secrets), new SshCheck(shell), usb,
				new CameraCheck(names, Optional.of(secrets), steps))), new NoHistory(),
				new Settings(SOON, QUICK, Retention.DEFAULT), InstantSource.system());
		kits();
	}

	@AfterAll
	void stop() throws Exception {
		monitoring.close();
		connections.close();
		machines.close();
		cameras.close();
		upses.close();
		lines.close();
		session.close();
		names.close();
	}

	@AfterEach
	void end() {
		faults.all().stream().filter(faults::isOn).forEach(fault -> faults.turn(fault, false));
	}

	private List<KitReadiness> kits() throws InterruptedException {
		assertTrue(monitoring.checkNow(fleet.devices(), _ -> {
		}).await());
		return KitReadiness.of(fleet, place, monitoring.board()::health);
	}

	private void turn(String kind, boolean isOn) {
		faults.turn(faults.named(kind + "-banyuurip").orElseThrow(), isOn);
	}

	/** The first kit as soon as it shows that light; a loaded machine may be slow to answer, but not for ever. */
	private KitReadiness kit(Light light) throws InterruptedException {
		KitReadiness kit = kits().getFirst();
		for (int round = 1; round < MOST_ROUNDS && kit.light() != light; round++) {
			kit = kits().getFirst();
		}
		assertEquals(light, kit.light(), kit.sentence(Words.INDONESIAN));
		return kit;
	}

	/** What the checks of the device tell. */
	private String told(String device) {
		return monitoring.board().health(new DeviceKey(PLACE, device)).orElseThrow().checks().stream()
				.map(check -> check.course().cause().sentence(Words.INDONESIAN)).collect(Collectors.joining(" "));
	}

	@Test
	void withoutAFaultBothKitsAreReadyAndNothingIsLeftUnmeasured() throws InterruptedException {
		kit(Light.READY);
		for (KitReadiness kit : kits()) {
			assertEquals("Siap rekam.", kit.sentence(Words.INDONESIAN));
			assertEquals(11 - 1, kit.parts().size());
			for (KitReadiness.Part part : kit.parts()) {
				assertEquals(State.UP, part.health().orElseThrow().state(), part.toString());
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			lepas    | NOT_READY | Pemindai jari 1 | Tidak tercolok di PC klien 1 (USB 080b:0002, 080b:0010).
			firmware | PARTLY    | Pemindai jari 1 | Tercolok di PC klien 1, tetapi belum siap (USB 080b:0010).
			gelap    | PARTLY    | Kamera 1        | Gambar kamera hitam atau polos
			beku     | PARTLY    | Kamera 1        | Gambar kamera
			sandi    | PARTLY    | Kamera 1        | Kamera menolak
			h264     | READY     | Kamera 1        | H264
			disk     | PARTLY    | Server AFIS     | Ruang / terpakai 97 %, batas 90 %.
			listrik  | PARTLY    | UPS server      | Listrik padam, memakai baterai sejak
			""")
	void aFaultMakesTheRightLightAndIsGoneWithItsCause(String fault, Light light, String device, String sentence)
			throws InterruptedException {
		turn(fault, true);
		kits();
		KitReadiness kit = kit(light);
		assertTrue(told(device).contains(sentence), told(device));
		if (light != Light.READY) {
			assertTrue(kit.sentence(Words.INDONESIAN).contains(device + ": "), kit.sentence(Words.INDONESIAN));
		}
		turn(fault, false);
		assertEquals("Siap rekam.", kit(Light.READY).sentence(Words.INDONESIAN));
	}

	@Test
	void aPcThatIsOffSaysNothingOfWhatIsPluggedIntoIt() throws InterruptedException {
		turn("pc", true);
		KitReadiness kit = kit(Light.NOT_READY);
		assertTrue(kit.sentence(Words.INDONESIAN).startsWith("Tidak siap rekam. PC klien 1: "),
				kit.sentence(Words.INDONESIAN));
		assertNotEquals(State.DOWN,
				monitoring.board().health(new DeviceKey(PLACE, "Pemindai jari 1")).orElseThrow().state(), "nobody knows");
	}
}
