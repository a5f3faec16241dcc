package id.posko.health;

import java.time.Instant;

/**
 * A person knows that a device is out of order: nothing more is told of it until the time is over or the device has
 * come back. It changes no state, unlike a maintenance.
 *
 * @param by who says so
 */
public record Acknowledgement(String by, String note, Instant at, Instant until) {
}
