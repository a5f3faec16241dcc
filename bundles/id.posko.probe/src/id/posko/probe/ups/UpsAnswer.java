package id.posko.probe.ups;

import java.time.Duration;
import java.util.List;

import id.posko.health.Cause;
import id.posko.health.Reading;

/** What came of reading a UPS. */
public sealed interface UpsAnswer {

	/**
	 * It answered.
	 *
	 * @param readings in the order of the vocabulary, each quantity once; may be none at all
	 * @param roundTrip until the first answer
	 * @param requests how many it took, those not counted that were sent again
	 */
	record Read(List<Reading> readings, Duration roundTrip, int requests) implements UpsAnswer {

		public Read {
			readings = List.copyOf(readings);
		}

		/** Whether it gave anything of a UPS that can be true. */
		public boolean isOfUps() {
			return readings.stream().anyMatch(r -> r.rejected().isEmpty());
		}
	}

	/** Nothing within the time. */
	record Silent() implements UpsAnswer {
	}

	/** It, or the way to it, does not allow being read. */
	record Refused(Cause cause) implements UpsAnswer {
	}
}
