package id.posko.procedure.run;

import java.time.Instant;

/** A move that was made. A run is its acts, one after the other. */
public record Act(Instant at, String by, Move move) {
}
