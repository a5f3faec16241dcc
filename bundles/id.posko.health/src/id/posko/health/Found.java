package id.posko.health;

import java.time.Instant;
import java.util.List;

/** What an answer brought back: when, and what it said of the device. */
public record Found(Instant at, Cause cause, List<Finding> findings) {
}
