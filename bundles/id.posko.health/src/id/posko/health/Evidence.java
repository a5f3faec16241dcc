package id.posko.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind an answer: the method that got it ({@code icmp-dgram}, {@code icmp-raw}, {@code icmp-dll},
 * {@code ping}, {@code tcp} …), who answered (an address), the round trip, and what else came back.
 */
public record Evidence(String method, Optional<String> responder, Optional<Duration> roundTrip,
		List<Finding> findings) {

	/** Nothing was asked. */
	public static final Evidence NONE = of("none");
	/** What is kept was judged: the device was not asked, so this says nothing of whether it answers. */
	public static final Evidence KEPT = of("kept");

	public boolean isKept() {
		return method.equals(KEPT.method);
	}

	public static Evidence of(String method) {
		return new Evidence(method, Optional.empty(), Optional.empty(), List.of());
	}

	public Evidence with(List<? extends Finding> found) {
		return new Evidence(method, responder, roundTrip, List.copyOf(found));
	}

	public static Evidence of(String method, String responder, Duration roundTrip) {
		return new Evidence(method, Optional.of(responder), Optional.of(roundTrip), List.of());
	}
}
