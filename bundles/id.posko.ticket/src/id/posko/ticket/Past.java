package id.posko.ticket;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import id.posko.health.Sample;
import id.posko.kit.DeviceKey;

/** What was measured of a device: {@code History::samples}. */
@FunctionalInterface
public interface Past {

	/** Of [from, to), oldest first. */
	List<Sample> samples(DeviceKey device, Instant from, Instant to) throws IOException;
}
