package id.posko.probe.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import id.posko.kit.DeviceKey;

/**
 * Since when each camera shows one and the same picture. No two pictures of a live sensor are equal to the last bit,
 * not even in a still room. Safe for many threads.
 */
final class Watch {

	/** Pictures closer than this may come from the camera's own store. */
	private static final Duration NEXT = Duration.ofSeconds(5);
	private static final int MOST_DEVICES = 20_000;

	private record Seen(String print, Instant first) {
	}

	private final Map<DeviceKey, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

	/** @return since when it is frozen; empty if it is not */
	synchronized Optional<Instant> tick(DeviceKey camera, String print, Instant now) {
		Seen before = seen.get(camera);
		if (before != null && before.print().equals(print)) {
			return now.isBefore(before.first().plus(NEXT)) ? Optional.empty() : Optional.of(before.first());
		}
		seen.put(camera, new Seen(print, now));
		if (seen.size() > MOST_DEVICES) {
			seen.remove(seen.keySet().iterator().next());
		}
		return Optional.empty();
	}
}
