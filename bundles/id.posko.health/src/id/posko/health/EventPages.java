package id.posko.health;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.posko.health.Event.Kind;
import id.posko.kit.RegionCode;

/**
 * The events of [from, to), newest first, that a person wants to see.
 *
 * @param within this office and those inside it alone
 * @param kinds of these kinds alone
 */
public record EventPages(Events events, Optional<RegionCode> within, Instant from, Instant to, Set<Kind> kinds) {

	private static final int READ_AT_ONCE = 500;

	/**
	 * @param last the one behind which the next page begins; empty at the end
	 */
	public record Page(List<Event> found, Optional<Event> last) {
	}

	/**
	 * Blocks while it reads; stopped by interrupt.
	 *
	 * @param after begins behind this one
	 * @param enough how many are found at least, unless there are no more; at most 499 more
	 */
	public Page next(Optional<Event> after, int enough) throws IOException, InterruptedException {
		List<Event> found = new ArrayList<>();
		Optional<Event> last = after;
		while (true) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			List<Event> read = events.page(within, from, to, last, READ_AT_ONCE);
			read.stream().filter(event -> kinds.contains(event.kind())).forEach(found::add);
			if (read.size() < READ_AT_ONCE) {
				return new Page(found, Optional.empty());
			}
			last = Optional.of(read.getLast());
			if (found.size() >= enough) {
				return new Page(found, last);
			}
		}
	}
}
