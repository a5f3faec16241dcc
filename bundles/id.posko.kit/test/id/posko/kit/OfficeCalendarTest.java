package id.posko.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class OfficeCalendarTest {

	private static final OfficeCalendar OFFICE = OfficeCalendar.standard();

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(OFFICE.zone()).toInstant();
	}

	@Test
	void theStandardWeekHas37HoursAndAHalfAndADaySevenAndAHalf() {
		assertEquals(Duration.ofMinutes(2250), OFFICE.between(at("2026-11-02T00:00"), at("2026-11-09T00:00")));
		assertEquals(Duration.ofMinutes(450), OFFICE.day());
	}

	@Test
	void lunchHolidaysJointLeaveAndWeekendsAreNoOfficeTime() {
		assertTrue(OFFICE.isOpen(at("2026-11-02T07:30")));
		assertFalse(OFFICE.isOpen(at("2026-11-02T07:29:59.999999999")));
		assertFalse(OFFICE.isOpen(at("2026-11-02T12:00")));
		assertTrue(OFFICE.isOpen(at("2026-11-02T13:00")));
		assertFalse(OFFICE.isOpen(at("2026-11-02T16:00")));
		assertEquals(Duration.ZERO, OFFICE.between(at("2026-03-19T00:00"), at("2026-03-25T00:00")));
		assertEquals(Duration.ZERO, OFFICE.between(at("2026-12-24T00:00"), at("2026-12-28T00:00")));
		assertEquals(at("2026-03-25T07:30"), OFFICE.opening(at("2026-03-18T09:00")));
	}

	@Test
	void aDueMomentMayBeTheEndOfHoursButNeverLiesOutside() {
		assertEquals(at("2026-11-02T16:00"), OFFICE.after(at("2026-11-02T15:30"), Duration.ofMinutes(30)));
		assertEquals(at("2026-11-03T07:31"), OFFICE.after(at("2026-11-02T15:30"), Duration.ofMinutes(31)));
		assertEquals(at("2026-11-09T08:00"), OFFICE.after(at("2026-11-06T16:00"), Duration.ofMinutes(60)));
		assertEquals(at("2026-11-07T01:00"), OFFICE.after(at("2026-11-07T01:00"), Duration.ZERO));
	}

	@Test
	void hoursOfADayWinOverItsHoliday() {
		LocalDate christmas = LocalDate.parse("2026-12-25");
		OfficeCalendar served = new OfficeCalendar(OFFICE.zone(), OFFICE.week(),
				Map.of(christmas, List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(10, 0)))), OFFICE.holidays());
		assertEquals(Duration.ofHours(2), served.between(at("2026-12-25T00:00"), at("2026-12-26T00:00")));
	}

	@Test
	void aWeekWithoutHoursAndHoursOutOfOrderAreRefused() {
		ZoneId zone = OFFICE.zone();
		Hours morning = new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0));
		assertThrows(IllegalArgumentException.class, () -> new OfficeCalendar(zone, Map.of(), Map.of(), Map.of()));
		assertThrows(IllegalArgumentException.class,
				() -> new OfficeCalendar(zone, Map.of(DayOfWeek.MONDAY, List.of(morning, morning)), Map.of(), Map.of()));
		assertThrows(IllegalArgumentException.class, () -> new Hours(LocalTime.NOON, LocalTime.NOON));
	}

	/** A zone with a summer time as well: the walk counts real minutes. */
	@Test
	void everyAnswerIsThatOfAWalkOverMinutes() {
		Random random = new Random(7);
		for (int round = 0; round < 300; round++) {
			OfficeCalendar office = random(random, round % 5 == 0 ? ZoneId.of("Europe/Berlin") : OFFICE.zone());
			Instant from = Instant.parse("2026-03-20T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(20_000)));
			int minutes = random.nextInt(12_000);
			Instant to = from.plus(Duration.ofMinutes(minutes));
			int wanted = 1 + random.nextInt(1000);
			int passed = 0;
			int left = wanted;
			Instant reached = null;
			for (int i = 0; i < 60_000 && (i < minutes || reached == null); i++) {
				if (office.isOpen(from.plus(Duration.ofMinutes(i)))) {
					passed += i < minutes ? 1 : 0;
					reached = --left == 0 ? from.plus(Duration.ofMinutes(i + 1L)) : reached;
				}
			}
			assertEquals(Duration.ofMinutes(passed), office.between(from, to), "round " + round);
			assertEquals(reached, office.after(from, Duration.ofMinutes(wanted)), "round " + round);
		}
	}

	private static OfficeCalendar random(Random random, ZoneId zone) {
		Map<DayOfWeek, List<Hours>> week = List.of(DayOfWeek.values()).stream()
				.collect(Collectors.toMap(day -> day, day -> day == DayOfWeek.TUESDAY || random.nextInt(4) > 0
						? hours(random) : List.of()));
		Map<LocalDate, Holiday> holidays = new TreeMap<>();
		for (int i = random.nextInt(8); i > 0; i--) {
			holidays.put(LocalDate.of(2026, 3, 20).plusDays(random.nextInt(30)), new Holiday(Holiday.Kind.LOCAL, "x"));
		}
		return new OfficeCalendar(zone, week, Map.of(LocalDate.of(2026, 3, 28), hours(random)), holidays);
	}

	private static List<Hours> hours(Random random) {
		List<Integer> minutes = random.ints(0, 24 * 60).distinct().limit(4).sorted().boxed().toList();
		List<Hours> hours = new ArrayList<>();
		for (int i = 0; i < 4; i += 2) {
			hours.add(new Hours(LocalTime.ofSecondOfDay(minutes.get(i) * 60L),
					LocalTime.ofSecondOfDay(minutes.get(i + 1) * 60L)));
		}
		return hours;
	}

	@Test
	void aCalendarComesBackFromItsText() {
		assertEquals(new CalendarText.Read(OFFICE), CalendarText.parse(CalendarText.of(OFFICE)));
		OfficeCalendar other = random(new Random(3), ZoneId.of("Asia/Jayapura"));
		assertEquals(new CalendarText.Read(other), CalendarText.parse(CalendarText.of(other)));
	}

	@Test
	void everyFaultOfATextNamesItsLine() {
		String text = """
				zona Asia/Jakarta
				zona Asia/Makassar
				senin 07.30-12.00 11.00-13.00
				senin 07.30
				kemis 07.30-12.00
				libur 2026-02-30 x
				libur 2026-02-03
				libur 2026-02-04 a
				cuti 2026-02-04 b
				jam 2026-02-04 25.00-26.00
				""";
		var faults = assertInstanceOf(CalendarText.Faulty.class, CalendarText.parse(text)).faults();
		assertEquals("2 TWICE zona, 3 BAD_HOURS 11.00-13.00, 4 BAD_HOURS 07.30, 4 TWICE senin, 5 UNKNOWN_WORD kemis, "
				+ "6 BAD_DATE 2026-02-30, 7 NO_NAME 2026-02-03, 9 TWICE 2026-02-04, 10 BAD_HOURS 25.00-26.00",
				faults.stream().map(fault -> fault.line() + " " + fault.kind() + " " + fault.text())
						.collect(Collectors.joining(", ")));
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			faults.forEach(fault -> assertFalse(fault.sentence(locale).isBlank()));
		}
		assertEquals(CalendarText.Kind.NO_ZONE,
				assertInstanceOf(CalendarText.Faulty.class, CalendarText.parse("")).faults().getFirst().kind());
		assertEquals(CalendarText.Kind.NO_WEEK,
				assertInstanceOf(CalendarText.Faulty.class, CalendarText.parse("zona Asia/Jakarta")).faults().getFirst().kind());
		assertEquals(CalendarText.Kind.TOO_LONG,
				assertInstanceOf(CalendarText.Faulty.class, CalendarText.parse("#".repeat(200_001))).faults().getFirst().kind());
	}
}
