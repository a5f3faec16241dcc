package id.posko.ticket.ui;

/** The ticket that the person has chosen, for the page beside the list. */
record ChosenTicket(long number) {
}
