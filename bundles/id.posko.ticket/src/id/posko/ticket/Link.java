package id.posko.ticket;

/**
 * What a ticket has to do with.
 *
 * @param id as its room names it: {@code 35.03.01/Modem}, {@code icmp}, a run's id …
 */
public record Link(Kind kind, String id) {

	public enum Kind {
		DEVICE, CHECK, RUN, LETTER, TICKET
	}
}
