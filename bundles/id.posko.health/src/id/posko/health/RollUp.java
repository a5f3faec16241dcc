package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.kit.DeviceKey;

/**
 * One device's answers in one hour.
 *
 * @param hour its beginning (UTC)
 * @param count answers, lost ones included
 * @param timed answers with a round trip; the three durations are zero if there is none
 */
public record RollUp(DeviceKey device, Instant hour, int count, int lost, int timed, Duration min, Duration average,
		Duration max) {

	public static RollUp of(Sample sample) {
		Optional<Duration> roundTrip = sample.roundTrip();
		Duration time = roundTrip.orElse(Duration.ZERO);
		return new RollUp(sample.device(), sample.at().truncatedTo(ChronoUnit.HOURS), 1, sample.lost() ? 1 : 0,
				roundTrip.isPresent() ? 1 : 0, time, time, time);
	}

	/** Both together. @throws IllegalArgumentException if they are of another device or hour */
	public RollUp plus(RollUp other) {
		if (!device.equals(other.device) || !hour.equals(other.hour)) {
			throw new IllegalArgumentException(hour + " " + device + ", " + other.hour + " " + other.device);
		}
		if (timed == 0 || other.timed == 0) {
			RollUp known = timed == 0 ? other : this;
			return new RollUp(device, hour, count + other.count, lost + other.lost, known.timed, known.min,
					known.average, known.max);
		}
		int all = timed + other.timed;
		long nanos = (average.toNanos() * timed + other.average.toNanos() * other.timed + all / 2) / all;
		return new RollUp(device, hour, count + other.count, lost + other.lost, all,
				min.compareTo(other.min) < 0 ? min : other.min, Duration.ofNanos(nanos),
				max.compareTo(other.max) > 0 ? max : other.max);
	}

	/** One for each device and hour that comes in the samples. */
	public static List<RollUp> of(Collection<Sample> samples) {
		record Hour(DeviceKey device, Instant hour) {
		}
		Map<Hour, RollUp> all = new LinkedHashMap<>();
		for (Sample sample : samples) {
			RollUp one = of(sample);
			all.merge(new Hour(one.device, one.hour), one, RollUp::plus);
		}
		return new ArrayList<>(all.values());
	}
}
