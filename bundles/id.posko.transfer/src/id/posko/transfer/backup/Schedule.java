package id.posko.transfer.backup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a backup runs by itself: {@code daily 19:00}, {@code weekly mon 19:00}, {@code monthly 1 19:00}, by the office's
 * clock. A day that a month lacks is its last.
 */
public record Schedule(Every every, int day, LocalTime time) {

	/** The day is nothing, 1 (Monday) to 7, or 1 to 31. */
	public enum Every {
		DAY, WEEK, MONTH
	}

	private static final Pattern FORM = Pattern
			.compile("(daily|weekly (mon|tue|wed|thu|fri|sat|sun)|monthly (\\d{1,2})) (\\d{2}:\\d{2})");
	private static final String DAYS = "mon tue wed thu fri sat sun";

	public static Optional<Schedule> tryParse(String text) {
		Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!form.matches()) {
			return Optional.empty();
		}
		try {
			LocalTime time = LocalTime.parse(form.group(4));
			if (form.group(2) != null) {
				return Optional.of(new Schedule(Every.WEEK, DAYS.indexOf(form.group(2)) / 4 + 1, time));
			}
			int day = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
			return form.group(3) == null ? Optional.of(new Schedule(Every.DAY, 0, time))
					: Optional.of(new Schedule(Every.MONTH, day, time)).filter(_ -> day >= 1 && day <= 31);
		} catch (DateTimeException _) {
			return Optional.empty();
		}
	}

	/** As it is written. */
	@Override
	public String toString() {
		return switch (every) {
		case DAY -> "daily " + time;
		case WEEK -> "weekly " + DAYS.substring(day * 4 - 4, day * 4 - 1) + " " + time;
		case MONTH -> "monthly " + day + " " + time;
		};
	}

	/** The last time at or before now that it was to run. */
	Instant last(Instant now, ZoneId zone) {
		LocalDate today = now.atZone(zone).toLocalDate();
		LocalDate slot = onOrBefore(today);
		Instant at = slot.atTime(time).atZone(zone).toInstant();
		return at.isAfter(now) ? onOrBefore(slot.minusDays(1)).atTime(time).atZone(zone).toInstant() : at;
	}

	private LocalDate onOrBefore(LocalDate date) {
		return switch (every) {
		case DAY -> date;
		case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
		case MONTH -> {
			LocalDate inMonth = inMonth(date);
			yield inMonth.isAfter(date) ? inMonth(date.withDayOfMonth(1).minusMonths(1)) : inMonth;
		}
		};
	}

	private LocalDate inMonth(LocalDate month) {
		return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
	}

	/**
	 * Whether it is to run now: it was to run since it last began. Missed times are one; a clock that is set back has
	 * nothing new.
	 *
	 * @param lastBegan when it last began, or, if it never did, since when it is defined
	 */
	boolean isDue(Instant lastBegan, Instant now, ZoneId zone) {
		return lastBegan.isBefore(last(now, zone));
	}
}
