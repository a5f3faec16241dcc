package id.posko.transfer.offline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import id.posko.transfer.offline.Arrival.Piece;

/** What was brought in, ever. Any thread. */
public interface Ledger {

	/** Gives all pieces to whom it is told, one after the other. */
	@FunctionalInterface
	interface Pieces {
		void each(Consumer<Piece> taker);
	}

	/** Whether a file of that length was brought in: else its content need not be looked at. */
	boolean knowsLength(long octets) throws IOException;

	/** The import that first brought in a file with that hash, not to quarantine. */
	Optional<Arrival> broughtIn(String sha256) throws IOException;

	/** All or nothing, in place of what it has of that very import: one that had flaws and went on later. */
	void add(Arrival arrival, Pieces pieces) throws IOException;

	/** Of backups made on these days, the oldest first. */
	List<Arrival> arrivals(LocalDate from, LocalDate to) throws IOException;
}
