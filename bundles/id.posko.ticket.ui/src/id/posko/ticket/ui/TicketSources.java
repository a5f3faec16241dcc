package id.posko.ticket.ui;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;

import id.posko.health.History;
import id.posko.health.Monitoring;
import id.posko.kit.Inventory;
import id.posko.kit.OfficeHours;
import id.posko.staff.Actor;
import id.posko.ticket.TicketDesk;
import jakarta.inject.Inject;

/** What work on tickets takes, as it comes and goes with the data folder and with who is signed in; on any thread. */
@Creatable
final class TicketSources {

	record Ready(TicketDesk desk, Monitoring monitoring, Inventory inventory, History history, OfficeHours hours,
			Actor actor) {
	}

	private volatile TicketDesk desk;
	private volatile Monitoring monitoring;
	private volatile Inventory inventory;
	private volatile History history;
	private volatile OfficeHours hours;
	private volatile Actor actor;

	/** Empty while nobody is signed in or the data folder is not open. */
	java.util.Optional<Ready> ready() {
		Ready ready = new Ready(desk, monitoring, inventory, history, hours, actor);
		boolean isWhole = ready.desk != null && ready.monitoring != null && ready.inventory != null && ready.history != null
				&& ready.hours != null && ready.actor != null;
		return isWhole ? java.util.Optional.of(ready) : java.util.Optional.empty();
	}

	@Inject
	void use(@Optional TicketDesk found) {
		desk = found;
	}

	@Inject
	void use(@Optional Monitoring found) {
		monitoring = found;
	}

	@Inject
	void use(@Optional Inventory found) {
		inventory = found;
	}

	@Inject
	void use(@Optional History found) {
		history = found;
	}

	@Inject
	void use(@Optional OfficeHours found) {
		hours = found;
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
	}
}
