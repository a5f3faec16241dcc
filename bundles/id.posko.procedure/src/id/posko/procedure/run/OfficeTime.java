package id.posko.procedure.run;

import id.posko.procedure.StandardTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** How an office counts time: by its working hours and days. Its calendar brings it. */
public interface OfficeTime {

	/** By the clock on the wall, for an office whose calendar is not known: a day is one of the calendar. */
	OfficeTime WALL = new OfficeTime() {

		@Override
		public Duration between(Instant from, Instant to) {
			return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
		}

		@Override
		public Instant after(Instant from, Duration work) {
			return from.plus(work);
		}

		@Override
		public Instant due(Instant from, StandardTime.Span standard) {
			Period days = switch (standard.unit()) {
				case SECOND, MINUTE, HOUR -> Period.ZERO;
				case DAY -> Period.ofDays(standard.count());
				case WEEK -> Period.ofWeeks(standard.count());
				case MONTH -> Period.ofMonths(standard.count());
				case YEAR -> Period.ofYears(standard.count());
			};
			Duration hours = switch (standard.unit()) {
				case SECOND -> Duration.ofSeconds(standard.count());
				case MINUTE -> Duration.ofMinutes(standard.count());
				case HOUR -> Duration.ofHours(standard.count());
				case DAY, WEEK, MONTH, YEAR -> Duration.ZERO;
			};
			return from.atZone(ZoneOffset.UTC).plus(days).plus(hours).toInstant();
		}
	};

	/** The working time that passes between two moments; zero if the second is not later. */
	Duration between(Instant from, Instant to);

	/** The moment at which so much working time has passed. */
	Instant after(Instant from, Duration work);

	/** The moment at which a standard time that begins now is used up: minutes, days of work, whole weeks … */
	Instant due(Instant from, StandardTime.Span standard);
}
