package id.posko.ticket;

import java.time.Duration;

import id.posko.kit.OfficeCalendar;

/**
 * How long each part may take, in office time.
 *
 * @param contact until the helpdesk, or whoever mends, is told
 * @param number until the helpdesk's ticket number is had, or the device was looked at
 * @param queue at the centre, or for parts
 * @param repair of the work itself
 */
public record Sla(Duration contact, Duration number, Duration queue, Duration repair) {

	public Sla {
		if (contact.isNegative() || number.isNegative() || !contact.plus(number).isPositive() || !queue.isPositive()
				|| !repair.isPositive()) {
			throw new IllegalArgumentException(contact + " " + number + " " + queue + " " + repair);
		}
	}

	/**
	 * A line by the SOP "pemeliharaan jaringan komunikasi data": 30 minutes, 30 minutes, 2 days, 1 day. A device by the
	 * SOP "pemeliharaan alat": three orders of 2 minutes, 5 minutes to look at it, 1 day for the list of its parts, 1 day.
	 */
	public static Sla ofSop(Kind kind, OfficeCalendar calendar) {
		return switch (kind) {
			case JARKOMDAT -> new Sla(Duration.ofMinutes(30), Duration.ofMinutes(30), calendar.day().multipliedBy(2),
					calendar.day());
			case REPAIR -> new Sla(Duration.ofMinutes(6), Duration.ofMinutes(5), calendar.day(), calendar.day());
		};
	}

	/** How much the clock may show. */
	public Duration target(Clock clock) {
		return switch (clock) {
			case RESPOND -> contact.plus(number);
			case RESOLVE -> contact.plus(number).plus(repair);
			case CENTRE -> queue;
		};
	}
}
