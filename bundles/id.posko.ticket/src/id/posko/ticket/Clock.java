package id.posko.ticket;

/** What is measured of a ticket. */
public enum Clock {
	/** From the opening until the helpdesk's number is there, the work has begun or is over. */
	RESPOND,
	/** While it is the office's turn: from the opening until it is done, but not while it waits for the centre. */
	RESOLVE,
	/** While it waits for the centre. */
	CENTRE
}
