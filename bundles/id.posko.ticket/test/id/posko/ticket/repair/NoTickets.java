package id.posko.ticket.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.posko.kit.DeviceKey;
import id.posko.ticket.Draft;
import id.posko.ticket.Sla;
import id.posko.ticket.Ticket;
import id.posko.ticket.Tickets;

/** An office that never opened a ticket. */
final class NoTickets implements Tickets {

	@Override
	public Ticket open(Draft draft, String by, Instant at, Sla sla) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Ticket> find(long number) {
		return Optional.empty();
	}

	@Override
	public List<Ticket> open() {
		return List.of();
	}

	@Override
	public List<Ticket> page(long before, int most) {
		return List.of();
	}

	@Override
	public List<Ticket> of(DeviceKey device) {
		return List.of();
	}

	@Override
	public boolean add(Ticket moved) {
		throw new UnsupportedOperationException();
	}
}
