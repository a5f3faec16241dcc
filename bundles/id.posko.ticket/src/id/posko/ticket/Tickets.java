package id.posko.ticket;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.posko.kit.DeviceKey;

/** Keeps tickets; implemented where the data folder's tables are. Acts are only added. */
public interface Tickets {

	/** Keeps a new ticket under the next number. */
	Ticket open(Draft draft, String by, Instant at, Sla sla) throws IOException;

	Optional<Ticket> find(long number) throws IOException;

	/** Those that are neither done nor closed, by number. */
	List<Ticket> open() throws IOException;

	/** The newest first, at most so many with numbers less than {@code before}. */
	List<Ticket> page(long before, int most) throws IOException;

	/** Those whose cause is that device, the newest first: its history of repairs. */
	List<Ticket> of(DeviceKey device) throws IOException;

	/**
	 * Keeps the ticket's last act, if it was the one seen before that.
	 *
	 * @return false if somebody else moved it meanwhile: nothing was kept
	 */
	boolean add(Ticket moved) throws IOException;
}
