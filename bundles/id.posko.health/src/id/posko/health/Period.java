package id.posko.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/** Days from the first to the last one, both included; the first is never after the last. */
public record Period(LocalDate from, LocalDate to) {

	/** Periods that people name without their dates. Of the current one only the days up to today are meant. */
	public enum Named {
		THIS_MONTH, LAST_MONTH, THIS_SEMESTER, LAST_7_DAYS
	}

	/** @throws IllegalArgumentException if the first day is after the last */
	public Period {
		if (from.isAfter(to)) {
			throw new IllegalArgumentException(from + " is after " + to);
		}
	}

	public static Period of(Named name, LocalDate today) {
		LocalDate month = today.withDayOfMonth(1);
		return switch (name) {
			case THIS_MONTH -> new Period(month, today);
			case LAST_MONTH -> new Period(month.minusMonths(1), month.minusDays(1));
			case THIS_SEMESTER -> new Period(
					LocalDate.of(today.getYear(), today.getMonthValue() <= 6 ? Month.JANUARY : Month.JULY, 1), today);
			case LAST_7_DAYS -> new Period(today.minusDays(6), today);
		};
	}

	/** When the first day begins. */
	public Instant begin(ZoneId zone) {
		return from.atStartOfDay(zone).toInstant();
	}

	/** When the last day has ended. */
	public Instant end(ZoneId zone) {
		return to.plusDays(1).atStartOfDay(zone).toInstant();
	}
}
