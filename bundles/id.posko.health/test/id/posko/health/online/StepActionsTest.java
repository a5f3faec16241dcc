package id.posko.health.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.EchoAnswer;
import id.posko.health.Evidence;
import id.posko.health.Vantage;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSource;
import id.posko.health.counter.HandCounter;
import id.posko.health.counter.Photos;
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
import id.posko.memory.Somebody;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Task;

/** Steps of SOPs that the watching does. */
class StepActionsTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Map<Subject, String> HERE = Map.of(Subject.SITE, "35.03.01");

	@TempDir
	Path temp;
	private Instant now = Instant.parse("2026-03-02T01:00:00Z");
	private Somebody somebody;
	private final Notebook notebook = new Notebook();
	private final List<String> asked = new ArrayList<>();
	private String cut = "";

	@BeforeEach
	void come() {
		somebody = new Somebody(temp);
	}

	private static Device device(DeviceKind kind, int number) {
		return new Device(new DeviceKey(PLACE, kind.name()), kind, Address.tryParse("127.1.0." + number), "", "", 0,
				Optional.empty(), "");
	}

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					List.of(device(DeviceKind.DATA_CENTRE, 1), device(DeviceKind.NID_SERVER, 2), device(DeviceKind.MODEM, 3),
							device(DeviceKind.AFIS_SERVER, 4), device(DeviceKind.CLIENT_PC, 5)));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

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
			return new Answer.Answered(Evidence.of("icmp-dgram"));
		}
	};

	private Vantage.View ping(Device from, Address target) {
		synchronized (asked) {
			asked.add(from.name() + ">" + target);
		}
		return new Vantage.View.Seen(target.toString().equals(cut) ? new EchoAnswer.Silent(Duration.ofSeconds(1), "ssh-ping")
				: new EchoAnswer.Replied(Duration.ofMillis(9), target.literal().orElseThrow(), "ssh-ping"));
	}

	private OnlineSop sop(CounterReader reader) {
		return new OnlineSop(inventory, new Echoes(console, (from, target, _) -> ping(from, target)),
				new Counting(reader, CounterRule.DEFAULT, () -> now, time -> now = now.plus(time)), () -> now);
	}

	private CounterReader reader(CounterSource... sources) {
		return new CounterReader(notebook, List.of(sources), List.of());
	}

	private CounterAction counter(CounterSource... sources) {
		CounterReader reader = reader(sources);
		return new CounterAction(inventory, sop(reader), reader, new HandCounter(reader, notebook, somebody.acts),
				new Photos(() -> temp), () -> now);
	}

	private Deed online(String target) throws InterruptedException {
		return new OnlineAction(inventory, sop(reader())).act(StepTask.of("health.online", target, HERE), Answers.NONE, _ -> {
		});
	}

	@Test
	void eachStepOfTheOnlineSopAsksItsOwnTargetAlone() throws InterruptedException {
		Map<String, String> ways = Map.of("modem", "AFIS_SERVER>127.1.0.3", "pusat data", "AFIS_SERVER>127.1.0.1", "server AFIS",
				"CLIENT_PC>127.1.0.4", "server NID", "AFIS_SERVER>127.1.0.2");
		for (var way : ways.entrySet()) {
			asked.clear();
			assertTrue(assertInstanceOf(Deed.Found.class, online(way.getKey())).result().isWell(), way.getKey());
			assertEquals(List.of(way.getValue()), asked);
		}
		cut = "127.1.0.1";
		assertEquals(false, assertInstanceOf(Deed.Found.class, online("pusat data")).result().isWell());
		assertTrue(assertInstanceOf(Deed.Found.class, online("modem")).result().isWell());
		assertInstanceOf(Deed.NotYet.class, online("server lain"));
	}

	@Test
	void withoutItsOfficeNothingIsAsked() throws InterruptedException, IOException {
		Task nowhere = StepTask.of("health.online", "modem", Map.of(Subject.SITE, "99"));
		assertInstanceOf(Deed.NotYet.class, new OnlineAction(inventory, sop(reader())).act(nowhere, Answers.NONE, _ -> {
		}));
		assertInstanceOf(Deed.NotYet.class, counter().act(nowhere, Answers.NONE, _ -> {
		}));
		assertEquals(List.of(), asked);
	}

	private Deed write(Map<String, String> values, Map<String, Path> files) throws IOException, InterruptedException {
		return counter().act(StepTask.of("counter.record", "NID Scheduler", HERE), new Answers(values, files), _ -> {
		});
	}

	@Test
	void aPersonReadsTheCounterTwice() throws IOException, InterruptedException {
		assertEquals(List.of("Angka", "Data menunggu", "Dinyalakan ulang", "Foto"), counter()
				.asks(StepTask.of("counter.record", "NID Scheduler", HERE)).stream().map(each -> each.field().name()).toList());
		Path photo = Files.write(temp.resolve("a.jpg"), new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1 });
		assertEquals(false, assertInstanceOf(Deed.Found.class, write(Map.of("Angka", "1.200"), Map.of("Foto", photo))).result()
				.isWell());
		now = now.plusSeconds(10);
		assertInstanceOf(Deed.NotYet.class, write(Map.of("Angka", "1204"), Map.of()));
		now = now.plusSeconds(25);
		assertInstanceOf(Deed.NotYet.class, write(Map.of("Angka", "7"), Map.of()));
		assertInstanceOf(Deed.NotYet.class, write(Map.of("Angka", "banyak"), Map.of()));
		assertInstanceOf(Deed.NotYet.class, write(Map.of("Angka", "1204"), Map.of("Foto", temp.resolve("tidak-ada.jpg"))));
		Deed.Found second = assertInstanceOf(Deed.Found.class, write(Map.of("Angka", "1204"), Map.of()));
		assertTrue(second.result().isWell(), second.toString());
		assertEquals(List.of(1200L, 1204L), notebook.readings.values().stream().map(CounterReading::value).toList());
		assertEquals("adb", notebook.readings.lastEntry().getValue().reader());
		assertTrue(notebook.readings.firstEntry().getValue().photo().isPresent());
		assertEquals(2, somebody.entries().stream().filter(entry -> entry.act().equals("counter recorded")).count());
	}

	/** The console reads twice by itself; nobody is asked. */
	@Test
	void theConsoleReadsTheCounterWhereItCan() throws IOException, InterruptedException {
		CounterSource source = new CounterSource() {
			private long value = 40;

			@Override
			public boolean suits(Device device) {
				return device.kind() == DeviceKind.AFIS_SERVER;
			}

			@Override
			public Read read(Device device, Duration timeout) {
				return new Read.Value(new CounterReading(now, value++, Optional.empty(), OptionalLong.empty(), "ssh AFIS"));
			}
		};
		Task task = StepTask.of("counter.record", "NID Scheduler", HERE);
		assertEquals(List.of(), counter(source).asks(task));
		Deed.Found found = assertInstanceOf(Deed.Found.class, counter(source).act(task, Answers.NONE, _ -> {
		}));
		assertTrue(found.result().isWell(), found.toString());
		assertEquals(2, notebook.readings.size());
	}

	@Test
	void everyTargetOfAnOnlineStepIsKnown() {
		for (OnlineStep step : OnlineStep.values()) {
			assertTrue(List.of("modem", "pusat data", "server AFIS", "server NID", "NID Scheduler").stream()
					.anyMatch(target -> OnlineStep.ofTarget(target).equals(Optional.of(step))), step.name());
		}
		assertEquals(Optional.empty(), OnlineStep.ofTarget(Cause.ANSWERED.code()));
	}
}
