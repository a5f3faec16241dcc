package id.posko.health.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.EchoAnswer;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.Vantage;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterRule;
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

/** Every way of the SOP is asked from where it has to be, and the verdict claims nothing that was not measured. */
class OnlineSopTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final RegionCode CENTRE = new RegionCode("00");
	private static final Site OFFICE = new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.VSAT);
	private static final Cause NO_SSH = Cause.of("vantage_no_access", "AFIS");

	private final List<Device> devices = new ArrayList<>();
	/** What is seen by "FROM>ADDRESS"; what is not named answers after 20 ms. */
	private final Map<String, Vantage.View> seen = new HashMap<>();
	private final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());

	private OnlineSopTest with(RegionCode site, DeviceKind kind, String name, String address) {
		devices.add(new Device(new DeviceKey(site, name), kind, Address.tryParse(address), "", "", 0, Optional.empty(), ""));
		return this;
	}

	private OnlineSopTest office() {
		return with(PLACE, DeviceKind.MODEM, "Modem", "127.1.1.1").with(PLACE, DeviceKind.AFIS_SERVER, "AFIS", "127.1.1.10")
				.with(PLACE, DeviceKind.CLIENT_PC, "PC 1", "127.1.1.21").with(PLACE, DeviceKind.CLIENT_PC, "PC 2", "127.1.1.22")
				.with(CENTRE, DeviceKind.DATA_CENTRE, "Pusat Data", "127.1.0.1")
				.with(CENTRE, DeviceKind.NID_SERVER, "NID", "127.1.0.5");
	}

	private static Vantage.View replied(long millis) {
		return new Vantage.View.Seen(new EchoAnswer.Replied(Duration.ofMillis(millis), InetAddress.ofLiteral("127.1.0.1"),
				"ssh-ping"));
	}

	private static final Vantage.View SILENT = new Vantage.View.Seen(new EchoAnswer.Silent(Duration.ofSeconds(4), "ssh-ping"));

	private Vantage.View view(String from, Address target) {
		asked.add(from + ">" + target);
		return seen.getOrDefault(from + ">" + target, replied(20));
	}

	private final Check console = new Check() {
		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return true;
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			return switch (view("console", device.address().orElseThrow())) {
			case Vantage.View.Seen(EchoAnswer.Replied(var roundTrip, var responder, _)) ->
				new Answer.Answered(Evidence.of("icmp-dgram", responder.getHostAddress(), roundTrip));
			case Vantage.View.Seen _ -> new Answer.Failed(Cause.of("silent", timeout), Evidence.of("icmp-dgram"));
			case Vantage.View.NotMeasured(Cause cause) -> new Answer.Broken(cause, Evidence.NONE);
			};
		}
	};

	private OnlineSop sop(Vantage vantage) {
		Fleet fleet = new Fleet(List.of(OFFICE, new Site(CENTRE, "Pusat", SiteKind.DATA_CENTRE, LinkKind.FIBRE)), devices);
		return new OnlineSop(new Inventory() {
			@Override
			public Fleet fleet() {
				return fleet;
			}

			@Override
			public Subscription onChange(Consumer<Fleet> listener) {
				return () -> { };
			}
		}, new Echoes(console, vantage), new Counting(new CounterReader(new Notebook(), List.of(), List.of()), CounterRule.DEFAULT, () -> NOW, _ -> { }),
				() -> NOW);
	}

	private OnlineResult run() throws InterruptedException {
		return sop((from, target, _) -> view(from.name(), target)).run(OFFICE);
	}

	private static List<State> states(OnlineResult result) {
		return result.steps().stream().map(StepResult::state).limit(4).toList();
	}

	@Test
	void eachStepIsAskedFromItsMachine() throws InterruptedException {
		OnlineResult result = office().run();
		assertEquals(List.of(OnlineStep.values()), result.steps().stream().map(StepResult::step).toList());
		assertEquals(List.of("AFIS>127.1.0.1", "AFIS>127.1.0.5", "AFIS>127.1.1.1", "PC 1>127.1.1.10", "PC 2>127.1.1.10"),
				asked.stream().sorted().toList());
		assertEquals(List.of(State.UP, State.UP, State.UP, State.UP), states(result));
		StepResult modem = result.steps().getFirst();
		assertEquals("AFIS → Modem: terhubung, 20 ms.", modem.sentence(Words.INDONESIAN));
		assertEquals("AFIS → Modem: connected, 20 ms.", modem.sentence(Locale.ENGLISH));
		assertEquals(NOW, modem.at());
		assertTrue(modem.isInTime());
	}

	@Test
	void withoutSshTheServersStepsAreAskedFromTheConsoleAndTheOthersAreNotMeasured() throws InterruptedException {
		OnlineResult result = office().sop((from, _, _) -> new Vantage.View.NotMeasured(Cause.of("vantage_no_access", from.name())))
				.run(OFFICE);
		assertEquals(List.of(State.UP, State.NOT_MEASURED, State.NOT_MEASURED, State.UP), states(result));
		assertEquals(List.of("console>127.1.0.5", "console>127.1.1.1"), asked.stream().sorted().toList());
		assertEquals(List.of("console", "AFIS", "PC 1", "console"),
				result.steps().stream().map(StepResult::from).limit(4).toList());
		assertEquals(List.of(NO_SSH), result.steps().getFirst().remarks());
		String centre = result.steps().get(1).sentence(Words.INDONESIAN);
		assertTrue(Stream.of("AFIS → Pusat Data", "Belum diukur dari AFIS", "ssh.user").allMatch(centre::contains), centre);
		assertEquals(State.NOT_MEASURED, result.state());
		assertTrue(result.sentence(Words.INDONESIAN).contains("belum pasti siap mengirim: langkah 2, 3, 5 belum diukur"),
				result.sentence(Words.INDONESIAN));
	}

	@Test
	void theFirstBrokenStepDecidesForTheLaterOnesDependOnIt() throws InterruptedException {
		office();
		seen.put("AFIS>127.1.1.1", SILENT);
		seen.put("AFIS>127.1.0.1", SILENT);
		seen.put("AFIS>127.1.0.5", SILENT);
		OnlineResult result = run();
		assertEquals(State.DOWN, result.state());
		assertEquals(OnlineStep.MODEM, result.decisive().step());
		assertEquals("Kecamatan Panggul tidak dapat mengirim: langkah 1, koneksi server ke modem, gagal. "
				+ "AFIS → Modem: Tidak ada balasan dalam 4 detik.", result.sentence(Words.INDONESIAN));
	}

	@Test
	void aStepWithSeveralWaysIsAsWellAsItsWorst() throws InterruptedException {
		office();
		seen.put("PC 2>127.1.1.10", SILENT);
		OnlineResult result = run();
		assertEquals(State.DOWN, result.steps().get(2).state());
		assertEquals("PC 2", result.steps().get(2).from());
	}

	@Test
	void oneLostEchoIsAskedForAgainAndThreeAreADeadLine() throws InterruptedException {
		office();
		AtomicInteger lost = new AtomicInteger();
		Vantage losing = (from, target, _) -> target.host().equals("127.1.0.1") && lost.incrementAndGet() < 3 ? SILENT
				: view(from.name(), target);
		assertEquals(State.UP, sop(losing).run(OFFICE).steps().get(1).state());
		seen.put("AFIS>127.1.0.1", SILENT);
		asked.clear();
		assertEquals(State.DOWN, run().steps().get(1).state());
		assertEquals(3, asked.stream().filter("AFIS>127.1.0.1"::equals).count());
	}

	/** 600 ms is normal over a satellite, and not between two machines of one room. */
	@Test
	void slowIsJudgedByTheLineThatIsUsed() throws InterruptedException {
		office();
		seen.put("AFIS>127.1.0.1", replied(600));
		seen.put("PC 1>127.1.1.10", replied(600));
		OnlineResult result = run();
		assertEquals(List.of(State.UP, State.UP, State.DEGRADED, State.UP), states(result));
		assertEquals("slow", result.steps().get(2).cause().code());
	}

	@Test
	void theNidServerHasItsOwnAddressAndTheCopyErrorOfTheSopIsPointedOut() throws InterruptedException {
		with(PLACE, DeviceKind.AFIS_SERVER, "AFIS", "127.1.1.10").with(PLACE, DeviceKind.NID_SERVER, "NID", "127.1.1.10");
		StepResult nid = run().steps().get(3);
		assertEquals(State.UP, nid.state());
		assertEquals(List.of(Cause.of("online_nid_is_afis", "127.1.1.10", "AFIS")), nid.remarks());
		assertTrue(nid.sentence(Words.INDONESIAN).contains("salah salin"), nid.sentence(Words.INDONESIAN));
		assertTrue(nid.sentence(Locale.ENGLISH).contains("copy error"), nid.sentence(Locale.ENGLISH));
	}

	@Test
	void theOfficesOwnNidServerComesFirst() throws InterruptedException {
		office().with(PLACE, DeviceKind.NID_SERVER, "NID Panggul", "127.1.1.5");
		StepResult nid = run().steps().get(3);
		assertEquals("NID Panggul", nid.to());
		assertEquals(List.of(), nid.remarks());
	}

	@Test
	void anEmptyOfficeHasFiveStepsThatAreNotMeasuredAndSayWhatIsMissing() throws InterruptedException {
		OnlineResult result = run();
		assertEquals(List.of("online_no_modem", "online_no_afis", "online_no_client", "online_no_nid"),
				result.steps().stream().map(step -> step.cause().code()).limit(4).toList());
		assertEquals(State.NOT_MEASURED, result.state());
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			result.steps().forEach(step -> assertTrue(!step.sentence(locale).isBlank()));
		}
	}

	@Test
	void theStepsAreAskedAtOnceAndAnInterruptEndsThem() throws InterruptedException {
		office();
		CountDownLatch all = new CountDownLatch(5);
		CountDownLatch never = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(5);
		Thread running = Thread.ofVirtual().start(() -> assertThrows(InterruptedException.class, () -> sop((_, _, _) -> {
			all.countDown();
			try {
				never.await();
			} finally {
				ended.countDown();
			}
			return SILENT;
		}).run(OFFICE)));
		assertTrue(all.await(10, java.util.concurrent.TimeUnit.SECONDS));
		running.interrupt();
		assertTrue(ended.await(10, java.util.concurrent.TimeUnit.SECONDS));
		assertTrue(running.join(Duration.ofSeconds(10)));
	}
}
