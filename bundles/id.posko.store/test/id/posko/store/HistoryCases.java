package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import id.posko.health.Acknowledged;
import id.posko.health.Acknowledgement;
import id.posko.health.Cause;
import id.posko.health.DayReading;
import id.posko.health.Event;
import id.posko.health.Events;
import id.posko.health.Evidence;
import id.posko.health.History;
import id.posko.health.Retention;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.health.State;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.inventory.Edit;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** What the history's tables must do on every database. */
interface HistoryCases {

	Instant START = Instant.parse("2026-03-01T10:20:30.123456Z");
	Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

	Database database();

	private InventoryRows inventory() {
		InventoryRows inventory = new InventoryRows(database());
		inventory.write(Offices.offices(2, 3, ""));
		return inventory;
	}

	private static List<DeviceKey> keys(InventoryRows inventory) {
		return inventory.fleet().devices().stream().map(Device::key).toList();
	}

	private static Sample sample(DeviceKey device, Instant at, Random random) {
		boolean lost = random.nextInt(4) == 0;
		return new Sample(device, random.nextBoolean() ? "icmp" : "tcp", at,
				State.values()[random.nextInt(State.values().length)],
				lost || random.nextInt(5) == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(random.nextInt(900_000_000))),
				lost);
	}

	@Test
	default void samplesComeBackAsTheyWereAndSumUpByTheHour() throws IOException {
		Random random = new Random(1);
		InventoryRows inventory = inventory();
		History history = new HistoryRows(database(), inventory);
		Map<DeviceKey, List<Sample>> expected = new HashMap<>();
		Instant at = START;
		for (int batch = 0; batch < 12; batch++) {
			List<Sample> samples = new ArrayList<>();
			for (int i = 0; i < 60; i++) {
				at = at.plusSeconds(random.nextInt(60));
				for (DeviceKey device : keys(inventory)) {
					Sample sample = sample(device, at, random);
					samples.add(sample);
					expected.computeIfAbsent(device, _ -> new ArrayList<>()).add(sample);
				}
			}
			history.recordSamples(samples);
		}
		History later = new HistoryRows(database(), new InventoryRows(database()));
		for (DeviceKey device : keys(inventory)) {
			List<Sample> all = expected.get(device);
			assertEquals(all, later.samples(device, Instant.EPOCH, NEVER));
			Instant from = all.get(100).at();
			Instant to = all.get(300).at();
			assertEquals(all.stream().filter(s -> !s.at().isBefore(from) && s.at().isBefore(to)).toList(),
					later.samples(device, from, to));
			assertHours(RollUp.of(all), later.hourly(device, Instant.EPOCH, NEVER));
			Instant hour = RollUp.of(all).get(1).hour();
			assertHours(RollUp.of(all).subList(1, 3), later.hourly(device, hour, hour.plus(Duration.ofHours(2))));
		}
	}

	/** The average of averages may differ by their rounding. */
	private static void assertHours(List<RollUp> expected, List<RollUp> actual) {
		assertEquals(expected.stream().map(HistoryCases::withoutAverage).toList(),
				actual.stream().map(HistoryCases::withoutAverage).toList());
		for (int i = 0; i < expected.size(); i++) {
			assertTrue(expected.get(i).average().minus(actual.get(i).average()).abs().toNanos() < 100);
		}
	}

	private static RollUp withoutAverage(RollUp hour) {
		return new RollUp(hour.device(), hour.hour(), hour.count(), hour.lost(), hour.timed(), hour.min(), Duration.ZERO,
				hour.max());
	}

	@Test
	default void whatIsAcknowledgedComesBackUntilItEnds() throws IOException {
		InventoryRows inventory = inventory();
		List<DeviceKey> keys = keys(inventory);
		History history = new HistoryRows(database(), inventory);
		Acknowledgement first = new Acknowledgement("", "", START, START.plusSeconds(3600));
		Acknowledgement other = new Acknowledgement("Sri", "PLN \"padam\"; tiang roboh\n😀", START, START.plusSeconds(60));
		history.recordAcknowledgements(List.of(new Acknowledged(keys.get(0), Optional.of(first)),
				new Acknowledged(keys.get(1), Optional.of(first)), new Acknowledged(keys.get(1), Optional.empty()),
				new Acknowledged(keys.get(2), Optional.of(first))));
		history.recordAcknowledgements(List.of(new Acknowledged(keys.get(2), Optional.of(other)),
				new Acknowledged(new DeviceKey(keys.get(0).site(), "gone"), Optional.of(other))));
		assertEquals(Map.of(keys.get(0), first, keys.get(2), other),
				new HistoryRows(database(), new InventoryRows(database())).acknowledgements());
		history.recordAcknowledgements(List.of(new Acknowledged(keys.get(0), Optional.empty()),
				new Acknowledged(keys.get(2), Optional.empty())));
		assertEquals(Map.of(), history.acknowledgements());
	}

	@Test
	default void aDaysValueIsReplacedByANewerOneAndStaysForYears() throws IOException {
		InventoryRows inventory = inventory();
		List<DeviceKey> keys = keys(inventory);
		History history = new HistoryRows(database(), inventory);
		LocalDate day = LocalDate.of(2026, 3, 1);
		DayReading runtime = new DayReading(keys.get(0), "battery.runtime", day, 3000.125);
		DayReading volts = new DayReading(keys.get(0), "battery.volts", day, 27.3);
		DayReading next = new DayReading(keys.get(0), "battery.volts", day.plusDays(1), -0.001);
		history.recordDays(List.of(new DayReading(keys.get(0), "battery.volts", day, 1), next, volts));
		history.recordDays(List.of(runtime, new DayReading(keys.get(1), "battery.volts", day, 26)));
		assertEquals(List.of(runtime, volts, next), history.days(keys.get(0), day));
		assertEquals(List.of(next), history.days(keys.get(0), day.plusDays(1)));
		Instant years = day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(Retention.DAYS);
		history.prune(years, Retention.DEFAULT);
		assertEquals(3, history.days(keys.get(0), day).size());
		history.prune(years.plusSeconds(1), Retention.DEFAULT);
		assertEquals(List.of(next), history.days(keys.get(0), day));
	}

	private static Transition transition(DeviceKey device, State from, Verdict verdict) {
		return new Transition(device, from, verdict);
	}

	private static List<Verdict> verdicts(DeviceKey other) {
		Evidence evidence = Evidence.of("icmp-raw", "fd00::5", Duration.ofNanos(123_456_789));
		return List.of(new Verdict.NotMeasured(Cause.of("not_yet"), Evidence.NONE, START),
				new Verdict.Up(Cause.of("answered"), evidence, START.plusSeconds(1)),
				new Verdict.Degraded(Cause.of("slow", Duration.ofMillis(612)), evidence, START.plusSeconds(1)),
				new Verdict.Down(Cause.of("silent", "a\nb", "", "c\\n", "\0", "😀"), Evidence.of("ping"), START.plusSeconds(2)),
				new Verdict.Unreachable(other, Cause.of("cut", other), evidence, START.plusSeconds(3)),
				new Verdict.Unknown(Cause.of("broken", ""), Evidence.of("tcp"), START.plusSeconds(4)),
				new Verdict.Maintenance(START.plusSeconds(3600), Cause.of("maintenance", "ganti UPS"), evidence,
						START.plusSeconds(5)));
	}

	@Test
	default void transitionsComeBackAsTheyWereWithTheLastOneBefore() throws IOException {
		InventoryRows inventory = inventory();
		History history = new HistoryRows(database(), inventory);
		DeviceKey device = keys(inventory).get(0);
		DeviceKey other = keys(inventory).get(5);
		assertEquals(Map.of(), history.lastVerdicts());
		List<Transition> all = verdicts(other).stream().map(v -> transition(device, State.NOT_MEASURED, v)).toList();
		history.recordTransitions(all.subList(0, 3));
		assertEquals(Map.of(device, all.get(2).verdict()), history.lastVerdicts());
		history.recordTransitions(all.subList(3, 7));
		history.recordTransitions(List.of(transition(other, State.UP, all.get(1).verdict())));
		History later = new HistoryRows(database(), new InventoryRows(database()));
		assertEquals(all, later.transitions(device, Instant.EPOCH, NEVER));
		assertEquals(all.subList(2, 5), later.transitions(device, START.plusSeconds(2), START.plusSeconds(4)));
		assertEquals(all.subList(6, 7), later.transitions(device, START.plusSeconds(99), NEVER));
		assertEquals(List.of(), later.transitions(keys(inventory).get(1), Instant.EPOCH, NEVER));
		assertEquals(Map.of(device, all.get(6).verdict(), other, all.get(1).verdict()), later.lastVerdicts());
	}

	@Test
	default void eventsOfAllDevicesComePageByPageTheNewestFirst() throws IOException {
		InventoryRows inventory = inventory();
		History history = new HistoryRows(database(), inventory);
		Events events = new EventRows(database());
		List<DeviceKey> devices = keys(inventory);
		List<Transition> kept = new ArrayList<>();
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			Instant at = START.plusSeconds(random.nextInt(60));
			kept.add(transition(devices.get(random.nextInt(devices.size())), State.UP,
					new Verdict.Down(Cause.of("silent", i), Evidence.NONE, at)));
		}
		history.recordTransitions(kept);
		Instant from = START.plusSeconds(10);
		Instant to = START.plusSeconds(50);
		for (Optional<RegionCode> within : List.of(Optional.<RegionCode>empty(), Optional.of(devices.get(0).site()),
				Optional.of(new RegionCode("35")))) {
			List<Transition> expected = kept.reversed().stream()
					.filter(t -> !t.at().isBefore(from) && t.at().isBefore(to) && within.stream().allMatch(w -> w.contains(t.device().site())))
					.sorted(Comparator.comparing(Transition::at).reversed()).toList();
			List<Transition> read = new ArrayList<>();
			Optional<Event> last = Optional.empty();
			for (List<Event> page = events.page(within, from, to, last, 7); !page.isEmpty();
					page = events.page(within, from, to, last, 7)) {
				page.forEach(event -> read.add(event.transition()));
				last = Optional.of(page.getLast());
			}
			assertEquals(expected, read);
		}
		assertEquals(List.of(), events.page(Optional.of(new RegionCode("36")), from, to, Optional.empty(), 7));
		assertEquals(List.of(), events.page(Optional.empty(), to, from, Optional.empty(), 7));
	}

	@Test
	default void aCauseThatIsTooLongIsCutAndKept() throws IOException {
		InventoryRows inventory = inventory();
		History history = new HistoryRows(database(), inventory);
		DeviceKey device = keys(inventory).get(0);
		history.recordTransitions(List.of(transition(device, State.UP,
				new Verdict.Unknown(Cause.of("broken", "😀".repeat(5_000), "x"), Evidence.NONE, START))));
		assertEquals(List.of("😀".repeat(450), "x"), history.lastVerdicts().get(device).cause().arguments());
	}

	@Test
	default void historyFollowsARenameAndComesBackWithAnUndoneRemoval() throws IOException {
		InventoryRows inventory = inventory();
		History history = new HistoryRows(database(), inventory);
		DeviceKey device = keys(inventory).get(0);
		DeviceKey named = new DeviceKey(device.site(), "AFIS");
		Transition down = transition(device, State.UP, verdicts(device).get(3));
		history.recordTransitions(List.of(down));
		history.recordSamples(List.of(sample(device, START, new Random(1))));
		inventory.write(new Edit(List.of(), Map.of(device, named), Set.of(), Set.of(), List.of()));
		assertEquals(Map.of(named, down.verdict()), history.lastVerdicts());
		assertEquals(1, history.samples(named, START, NEVER).size());
		assertEquals(1, history.hourly(named, Instant.EPOCH, NEVER).size());
		assertEquals(List.of(), history.samples(device, START, NEVER));
		Edit removal = new Edit(List.of(), Map.of(), Set.of(named), Set.of(), List.of());
		Edit undo = removal.inverse(inventory.fleet());
		inventory.write(removal);
		assertEquals(Map.of(), history.lastVerdicts());
		assertEquals(List.of(), history.transitions(named, Instant.EPOCH, NEVER));
		history.recordSamples(List.of(sample(named, START.plusSeconds(1), new Random(1))));
		history.recordTransitions(List.of(transition(named, State.UP, down.verdict())));
		inventory.write(undo);
		assertEquals(Map.of(named, down.verdict()), history.lastVerdicts());
		assertEquals(1, history.samples(named, START, NEVER).size());
	}

	@Test
	default void pruningKeepsWhatIsYoungAndEachDevicesLastTransition() throws IOException {
		InventoryRows inventory = inventory();
		History history = new HistoryRows(database(), inventory);
		List<DeviceKey> devices = keys(inventory);
		DeviceKey removed = devices.get(1);
		Instant now = START.plus(Duration.ofDays(400));
		for (DeviceKey device : devices.subList(0, 2)) {
			for (int day : new int[] { 0, 34, 36, 392, 394 }) {
				Instant at = START.plus(Duration.ofDays(day));
				history.recordSamples(List.of(sample(device, at, new Random(day))));
				history.recordTransitions(List.of(transition(device, State.UP,
						new Verdict.Down(Cause.of("silent"), Evidence.NONE, at))));
			}
		}
		history.recordTransitions(List.of(transition(devices.get(2), State.UP,
				new Verdict.Up(Cause.of("answered"), Evidence.NONE, START))));
		inventory.write(new Edit(List.of(), Map.of(), Set.of(removed), Set.of(), List.of()));
		history.prune(now, Retention.DEFAULT);
		inventory.write(Edit.put(List.of(), List.of(Offices.device(removed, ""))));
		for (DeviceKey device : devices.subList(0, 2)) {
			assertEquals(days(394), history.samples(device, Instant.EPOCH, NEVER).stream().map(Sample::at).toList());
			assertEquals(days(36, 392, 394).stream().map(at -> at.truncatedTo(java.time.temporal.ChronoUnit.HOURS)).toList(),
					history.hourly(device, Instant.EPOCH, NEVER).stream().map(RollUp::hour).toList());
			assertEquals(days(36, 392, 394),
					history.transitions(device, Instant.EPOCH, NEVER).stream().map(Transition::at).toList());
		}
		assertEquals(1, history.transitions(devices.get(2), Instant.EPOCH, NEVER).size());
		assertEquals(3, history.lastVerdicts().size());
	}

	private static List<Instant> days(Integer... days) {
		return Stream.of(days).map(day -> START.plus(Duration.ofDays(day))).toList();
	}

	/** 02:30 on 8 March 2026 does not exist in New York. */
	@Test
	default void timesDoNotDependOnTheMachinesZone() throws IOException {
		TimeZone before = TimeZone.getDefault();
		try {
			InventoryRows inventory = inventory();
			History history = new HistoryRows(database(), inventory);
			DeviceKey device = keys(inventory).get(0);
			Instant gap = Instant.parse("2026-03-08T02:30:00.000001Z");
			TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
			history.recordSamples(List.of(sample(device, gap, new Random(1))));
			TimeZone.setDefault(TimeZone.getTimeZone("Asia/Jayapura"));
			assertEquals(gap, history.samples(device, gap, gap.plusSeconds(1)).get(0).at());
		} finally {
			TimeZone.setDefault(before);
		}
	}
}
