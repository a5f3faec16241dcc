package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import id.posko.health.Period.Named;

class PeriodTest {

	private static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

	@Test
	void namedPeriodsEndTodayOrBefore() {
		LocalDate today = day("2028-03-31");
		assertEquals(new Period(day("2028-03-01"), today), Period.of(Named.THIS_MONTH, today));
		assertEquals(new Period(day("2028-02-01"), day("2028-02-29")), Period.of(Named.LAST_MONTH, today));
		assertEquals(new Period(day("2028-01-01"), today), Period.of(Named.THIS_SEMESTER, today));
		assertEquals(new Period(day("2028-07-01"), day("2028-07-01")), Period.of(Named.THIS_SEMESTER, day("2028-07-01")));
		assertEquals(new Period(day("2028-03-25"), today), Period.of(Named.LAST_7_DAYS, today));
		assertEquals(new Period(day("2027-12-01"), day("2027-12-31")), Period.of(Named.LAST_MONTH, day("2028-01-09")));
	}

	@Test
	void bothDaysAreIncluded() {
		Period day = new Period(day("2026-03-01"), day("2026-03-01"));
		ZoneId zone = ZoneId.of("Asia/Jakarta");
		assertEquals(Instant.parse("2026-02-28T17:00:00Z"), day.begin(zone));
		assertEquals(Instant.parse("2026-03-01T17:00:00Z"), day.end(zone));
		assertThrows(IllegalArgumentException.class, () -> new Period(day("2026-03-02"), day("2026-03-01")));
	}
}
