package id.posko.health;

import java.time.Duration;
import java.util.Optional;

/**
 * What stands behind an answer: the method that got it ({@code icmp-dgram}, {@code icmp-raw}, {@code icmp-dll},
 * {@code ping}, {@code tcp} …), who answered (an address) and the round trip.
 */
public record Evidence(String method, Optional<String> responder, Optional<Duration> roundTrip) {

	/** Nothing was asked. */
	public static final Evidence NONE = of("none");

	public static Evidence of(String method) {
		return new Evidence(method, Optional.empty(), Optional.empty());
	}

	public static Evidence of(String method, String responder, Duration roundTrip) {
		return new Evidence(method, Optional.of(responder), Optional.of(roundTrip));
	}
}
