package id.posko.procedure.run;

import id.posko.kit.OfficeCalendar;
import id.posko.procedure.StandardTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * Time by the office's calendar. Seconds, minutes, hours and days of a standard time are office time, a day as long as
 * the calendar's; weeks, months and years are those of the calendar and end in office time.
 */
public record CalendarTime(OfficeCalendar calendar) implements OfficeTime {

	@Override
	public Duration between(Instant from, Instant to) {
		return calendar.between(from, to);
	}

	@Override
	public Instant after(Instant from, Duration work) {
		return calendar.after(from, work);
	}

	@Override
	public Instant due(Instant from, StandardTime.Span standard) {
		int count = standard.count();
		ZonedDateTime begin = from.atZone(calendar.zone());
		return switch (standard.unit()) {
			case SECOND -> calendar.after(from, Duration.ofSeconds(count));
			case MINUTE -> calendar.after(from, Duration.ofMinutes(count));
			case HOUR -> calendar.after(from, Duration.ofHours(count));
			case DAY -> calendar.after(from, calendar.day().multipliedBy(count));
			case WEEK -> calendar.opening(begin.plusWeeks(count).toInstant());
			case MONTH -> calendar.opening(begin.plusMonths(count).toInstant());
			case YEAR -> calendar.opening(begin.plusYears(count).toInstant());
		};
	}
}
