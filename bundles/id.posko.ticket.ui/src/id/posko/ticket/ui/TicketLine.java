package id.posko.ticket.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.posko.ticket.ClockReading;
import id.posko.ticket.Ticket;
import id.posko.ui.Mark;

/** A ticket of the list. @param recovered since when its cause is well again */
record TicketLine(Ticket ticket, List<ClockReading> readings, Optional<Instant> recovered) {

	boolean isLate() {
		return readings.stream().anyMatch(reading -> reading.isRunning() && reading.isLate());
	}

	Mark mark() {
		return recovered.isPresent() ? Mark.GOOD : isLate() ? Mark.BAD : Mark.NONE;
	}

	/** The next moment at which a clock that runs is used up. */
	Instant due() {
		return readings.stream().filter(ClockReading::isRunning).flatMap(reading -> reading.due().stream())
				.min(Instant::compareTo).orElse(Instant.MAX);
	}
}
