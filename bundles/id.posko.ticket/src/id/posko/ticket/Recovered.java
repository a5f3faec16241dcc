package id.posko.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import id.posko.health.DeviceHealth;
import id.posko.health.State;
import id.posko.kit.DeviceKey;

/** An open ticket whose cause is well again: to be offered for closing. @param since when it is well */
public record Recovered(Ticket ticket, Instant since) {

	/** @param healths what the board says of each device; one that flaps or is about to change is not well */
	public static List<Recovered> of(List<Ticket> open, Function<DeviceKey, Optional<DeviceHealth>> healths) {
		return open.stream().filter(ticket -> !ticket.status().isOver())
				.flatMap(ticket -> ticket.draft().cause().flatMap(healths)
						.filter(health -> health.state() == State.UP && !health.flapping() && !health.confirming())
						.map(health -> health.verdict().since()).filter(since -> since.isAfter(lastOut(ticket)))
						.map(since -> new Recovered(ticket, since)).stream())
				.toList();
	}

	/** When it was said last that it is broken. */
	private static Instant lastOut(Ticket ticket) {
		return ticket.acts().stream().filter(act -> act.move() instanceof Move.Reopen).map(Act::at)
				.reduce(ticket.openedAt(), (_, later) -> later);
	}
}
