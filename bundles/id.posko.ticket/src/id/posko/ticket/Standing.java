package id.posko.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import id.posko.kit.OfficeCalendar;

/**
 * A ticket as it stands at one moment.
 *
 * @param readings of the clocks that have begun
 * @param level the highest that a clock which runs has reached
 */
public record Standing(Ticket ticket, List<ClockReading> readings, Optional<Level> level) {

	public static Standing of(Ticket ticket, OfficeCalendar calendar, Instant now) {
		List<ClockReading> readings = Arrays.stream(Clock.values())
				.map(clock -> ClockReading.of(ticket, clock, calendar, now))
				.filter(reading -> reading.isRunning() || reading.used().isPositive()).toList();
		Optional<Level> level = readings.stream().filter(ClockReading::isRunning)
				.flatMap(reading -> Arrays.stream(Level.values()).filter(each -> each.isReached(reading)))
				.max(Comparator.naturalOrder());
		return new Standing(ticket, readings, level);
	}

	/** A clock that runs shows more than it may. */
	public boolean isLate() {
		return readings.stream().anyMatch(reading -> reading.isRunning() && reading.isLate());
	}

	/** The next moment at which a clock that runs is used up, or was. */
	public Optional<Instant> due() {
		return readings.stream().filter(ClockReading::isRunning).flatMap(reading -> reading.due().stream())
				.min(Comparator.naturalOrder());
	}
}
