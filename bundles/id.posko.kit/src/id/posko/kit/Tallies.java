package id.posko.kit;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Counts of KTP-el records by office, day and stage, from where they are kept. Found by the service registry; there
 * may be several, none of which knows all. Blocks the thread that asks, ends by interrupt.
 */
public interface Tallies {

	/** Stage of the records that wait at an office to be sent, whatever status codes they have there. */
	String WAITING = "WAITING";

	/**
	 * @param day of recording; empty for all days
	 * @param stage {@link #WAITING}, or a CURRENT_STATUS_CODE as the source writes it
	 * @return empty if this one can not know
	 * @throws IOException if it should know but can not tell now, with a sentence that says why
	 */
	OptionalLong count(RegionCode site, Optional<LocalDate> day, String stage, Duration timeout)
			throws IOException, InterruptedException;
}
