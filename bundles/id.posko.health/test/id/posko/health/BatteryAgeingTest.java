package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import id.posko.health.BatteryAgeing.Outcome;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.LinkKind;
import id.posko.kit.Words;

class BatteryAgeingTest {

	private static final DeviceKey UPS = new DeviceKey(Office.PLACE, "UPS");
	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	private static List<DayReading> days(int count, IntToDoubleFunction runtime, IntToDoubleFunction load) {
		List<DayReading> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			all.add(new DayReading(UPS, "battery.runtime", FIRST.plusDays(i), runtime.applyAsDouble(i)));
			all.add(new DayReading(UPS, "output.load", FIRST.plusDays(i), load.applyAsDouble(i)));
		}
		return all;
	}

	private static BatteryAgeing seen(List<DayReading> readings) {
		List<DayReading> shuffled = new ArrayList<>(readings);
		Collections.shuffle(shuffled, new Random(5));
		return BatteryAgeing.of(shuffled).orElseThrow();
	}

	@Test
	void aRuntimeThatFallsAtTheSameLoadIsSaid() {
		Random random = new Random(1);
		BatteryAgeing seen = seen(days(61, i -> 3120 - i * 11 + random.nextGaussian() * 60, _ -> 40 + random.nextInt(3)));
		assertEquals(Outcome.AGEING, seen.outcome());
		assertEquals(100 * (3120 - 660) / 3120.0, seen.percent(), 1);
		assertTrue(seen.cause().orElseThrow().sentence(Words.INDONESIAN)
				.matches("Baterai menua: cukup untuk 4[01] menit, 60 hari lalu 5[12] menit pada beban yang sama\\."),
				seen.cause().orElseThrow().sentence(Words.INDONESIAN));
		assertEquals("n=61", seen.reading().raw());
		assertEquals(seen.percent(), seen.reading().value().orElseThrow());
	}

	@Test
	void aQuarterOfBadDaysDoesNotMoveIt() {
		Random random = new Random(2);
		BatteryAgeing steady = seen(days(80, i -> i % 4 == 3 ? random.nextInt(6000) : 3000, _ -> 40));
		assertEquals(Outcome.STEADY, steady.outcome());
		assertEquals(100, steady.percent(), 0.1);
		assertEquals(Optional.empty(), steady.cause());
		BatteryAgeing ageing = seen(days(80, i -> i % 4 == 3 ? 3000 * (1 + random.nextDouble() / 5) : 3000 - 10 * i, _ -> 40));
		assertEquals(Outcome.AGEING, ageing.outcome());
	}

	@Test
	void moreLoadIsNoAgeing() {
		BatteryAgeing seen = seen(days(60, i -> i < 45 ? 3000 : 2000, i -> i < 45 ? 40 : 60));
		assertEquals(Outcome.STEADY, seen.outcome());
		assertEquals(45, seen.days());
	}

	@Test
	void lessThanFourWeeksOrTooFewDaysSayNothing() {
		for (List<DayReading> few : List.of(days(28, i -> 3000 - 50 * i, _ -> 40),
				days(60, i -> 3000 - 20 * i, _ -> 40).stream().filter(r -> r.day().getDayOfYear() % 5 == 0).toList())) {
			BatteryAgeing seen = seen(few);
			assertEquals(Outcome.TOO_EARLY, seen.outcome());
			assertEquals(Optional.empty(), seen.cause());
			assertEquals(Optional.of("too_early"), seen.reading().rejected());
		}
		assertEquals(Outcome.AGEING, seen(days(29, i -> 3000 - 50 * i, _ -> 40)).outcome());
		assertEquals(Optional.empty(), BatteryAgeing.of(List.of()));
	}

	@Test
	void aNewBatteryBeginsAnew() {
		IntToDoubleFunction replaced = i -> i < 60 ? 3000 - 20 * i : 3000;
		assertEquals(Outcome.TOO_EARLY, seen(days(75, replaced, _ -> 40)).outcome());
		BatteryAgeing seen = seen(days(120, replaced, _ -> 40));
		assertEquals(Outcome.STEADY, seen.outcome());
		assertEquals(60, seen.days());
	}

	@Test
	void whereNoRuntimeIsToldTheVoltsCount() {
		List<DayReading> volts = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			volts.add(new DayReading(UPS, "battery.volts", FIRST.plusDays(i), 27.4 - i * 0.05));
		}
		assertEquals("Baterai menua: tegangan 25.5 V, 39 hari lalu 27.4 V.",
				seen(volts).cause().orElseThrow().sentence(Words.INDONESIAN));
	}

	@Test
	void theLineIsTheMedianOfAllPairs() {
		Slope slope = Slope.of(List.of(new Slope.Point(0, 1), new Slope.Point(1, 3), new Slope.Point(2, 5),
				new Slope.Point(3, 100), new Slope.Point(4, 9)));
		assertEquals(2, slope.perUnit());
		assertEquals(1, slope.at0());
		assertEquals(9, slope.at(4));
		assertEquals(0.1, slope.falling());
	}

	@Test
	void aDaysValueIsTheMedianOfItsHoursAtRest() throws IOException {
		Memory memory = new Memory();
		Recorder recorder = new Recorder(memory, Retention.DEFAULT, () -> Office.START, 100);
		Device device = new Device(UPS, DeviceKind.UPS_SERVER, Address.tryParse("127.0.0.1"), "", "", 0, Optional.empty(), "");
		BatteryDays days = new BatteryDays(recorder::keep, ZoneId.of("Asia/Jakarta"));
		Instant midnight = Instant.parse("2026-03-01T17:00:00Z");
		Course course = Course.NEW;
		double[] runtimes = { 3000, 1, 2, 3200, 10, 3100 };
		String[] sources = { "normal", "normal", "battery", "normal", "normal", "normal" };
		double[] charges = { 100, 100, 100, 96, 94, 100 };
		int[] minutes = { 0, 30, 120, 180, 240, 300 };
		for (int i = 0; i < runtimes.length; i++) {
			Evidence evidence = Evidence.of("test").with(List.of(
					Reading.state("output.source", sources[i], "here", ""),
					Reading.number("battery.charge", charges[i], Unit.PERCENT, "here", ""),
					Reading.number("battery.runtime", runtimes[i], Unit.SECONDS, "here", ""),
					Reading.rejected("battery.volts", Unit.VOLTS, "here", "", "zero"),
					Reading.number("output.load.1", 30 + i, Unit.PERCENT, "here", ""),
					Reading.number("output.load.2", 40, Unit.PERCENT, "here", "")));
			Answer answer = sources[i].equals("battery") ? new Answer.Impaired(Cause.of("ups_on_battery", "PT5S"), evidence)
					: new Answer.Answered(evidence);
			course = course.next(answer, midnight.plus(Duration.ofMinutes(minutes[i])),
					LinkKind.FIBRE, Patience.DEFAULT);
			days.changed(List.of(new DeviceHealth(device, new Verdict.Up(Cause.ANSWERED, Evidence.NONE, midnight), false, false,
					false, Optional.empty(), List.of(new CheckHealth("ups", course)))));
		}
		recorder.close();
		LocalDate day = LocalDate.of(2026, 3, 2);
		assertEquals(List.of(new DayReading(UPS, "battery.runtime", day, 3100), new DayReading(UPS, "output.load", day, 40)),
				memory.days(UPS, day));
	}
}
