package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Event;
import id.posko.health.Events;
import id.posko.kit.RegionCode;

/** The changes of state of all devices of the inventory, page by page. */
@Component
public final class EventRows implements Events {

	private final Database database;

	@Activate
	public EventRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public List<Event> page(Optional<RegionCode> within, Instant from, Instant to, Optional<Event> after, int most)
			throws IOException {
		try {
			return database.read(handle -> new TransitionRows(handle).page(within, from, to, after, most));
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
