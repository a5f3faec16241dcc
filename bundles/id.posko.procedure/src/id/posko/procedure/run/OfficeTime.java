package id.posko.procedure.run;

import id.posko.procedure.StandardTime;
import java.time.Duration;
import java.time.Instant;

/** How an office counts time: by its working hours and days. Its calendar brings it. */
public interface OfficeTime {

	/** The working time that passes between two moments; zero if the second is not later. */
	Duration between(Instant from, Instant to);

	/** The moment at which so much working time has passed. */
	Instant after(Instant from, Duration work);

	/** The moment at which a standard time that begins now is used up: minutes, days of work, whole weeks … */
	Instant due(Instant from, StandardTime.Span standard);
}
