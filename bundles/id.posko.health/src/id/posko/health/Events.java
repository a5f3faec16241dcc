package id.posko.health;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.posko.kit.RegionCode;

/** What happened, over all devices, as it was kept. Safe for any thread; blocks until it is read. */
public interface Events {

	/**
	 * A page of [from, to), newest first: of equal times the one that was kept later.
	 *
	 * @param within this office and those inside it alone
	 * @param after begins behind this event of an earlier page
	 * @param most how many at most; fewer are the last page
	 */
	List<Event> page(Optional<RegionCode> within, Instant from, Instant to, Optional<Event> after, int most)
			throws IOException;
}
