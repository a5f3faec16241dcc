package id.posko.sim;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.counter.Schedulers;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Tallies;

/** What waits to be sent at the kecamatan of the sample kabupaten: nothing as long as its NID Scheduler sends. */
@Component(enabled = false)
public final class SampleTallies implements Tallies {

	private final Fleet fleet;
	private final Faults faults;
	private final InstantSource time;

	@Activate
	public SampleTallies(@Reference Faults faults) {
		this(Kabupaten.fleet(), faults, InstantSource.system());
	}

	SampleTallies(Fleet fleet, Faults faults, InstantSource time) {
		this.fleet = fleet;
		this.faults = faults;
		this.time = time;
	}

	@Override
	public OptionalLong count(RegionCode site, Optional<LocalDate> day, String stage, Duration timeout) {
		return stage.equals(WAITING) && day.isEmpty()
				? Schedulers.of(fleet, site).stream().filter(device -> device.access().get("counter.file").isPresent())
						.mapToLong(device -> faults.since(device, Fault.Effect.COUNTER_STUCK)
								.map(since -> Duration.between(since, time.instant()).dividedBy(NidScheduler.ONE_RECORD)).orElse(0L))
						.findFirst()
				: OptionalLong.empty();
	}
}
