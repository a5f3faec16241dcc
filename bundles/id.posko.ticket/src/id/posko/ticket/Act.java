package id.posko.ticket;

import java.time.Instant;

/** A move that was made. A ticket is its opening and its acts, one after the other; none is ever changed. */
public record Act(Instant at, String by, Move move) {
}
