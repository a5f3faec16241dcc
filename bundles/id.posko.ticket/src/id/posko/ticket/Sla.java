package id.posko.ticket;

import java.time.Duration;

import id.posko.kit.OfficeCalendar;

/**
 * How long each part may take, in office time.
 *
 * @param contact until the helpdesk is told
 * @param number until its ticket number is had
 * @param queue at the centre
 * @param repair of the work itself
 */
public record Sla(Duration contact, Duration number, Duration queue, Duration repair) {

	public Sla {
		if (contact.isNegative() || number.isNegative() || !contact.plus(number).isPositive() || !queue.isPositive()
				|| !repair.isPositive()) {
			throw new IllegalArgumentException(contact + " " + number + " " + queue + " " + repair);
		}
	}

	/** The SOP "pemeliharaan jaringan komunikasi data": 30 minutes, 30 minutes, 2 days, 1 day. */
	public static Sla ofSop(OfficeCalendar calendar) {
		return new Sla(Duration.ofMinutes(30), Duration.ofMinutes(30), calendar.day().multipliedBy(2), calendar.day());
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
