package id.posko.staff;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the accounts; implemented where the data folder's tables are. */
public interface Accounts {

	/** What is kept of an account beside what others may see. */
	record Kept(Account account, String passwordHash, int failures, Optional<Instant> lastFailure) {
	}

	/** By name. */
	List<Kept> all() throws IOException;

	/** Adds it, or puts it in the place of the one of that name. */
	void put(Kept kept) throws IOException;
}
