package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import id.posko.kit.DeviceKey;

/**
 * One answer as it is kept: a broken question is none.
 *
 * @param state how the device stood after it
 * @param roundTrip empty if the answer was lost or its check measures none
 */
public record Sample(DeviceKey device, String check, Instant at, State state, Optional<Duration> roundTrip,
		boolean lost) {
}
