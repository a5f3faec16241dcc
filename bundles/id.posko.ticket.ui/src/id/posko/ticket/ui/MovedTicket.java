package id.posko.ticket.ui;

/** A ticket that was opened or moved in this window: what shows tickets reads them anew. */
record MovedTicket(long number, int version) {
}
