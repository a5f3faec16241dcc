package id.posko.sim;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.health.counter.Schedulers;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;

/**
 * Gives the demo's counters a past: a slow night, a restart, and the hours that the NID Schedulers have been running.
 * Offices that have readings from before the start keep theirs.
 */
@Component(service = SampleReadings.class, immediate = true, enabled = false)
public final class SampleReadings {

	private static final Logger LOG = System.getLogger(SampleReadings.class.getName());
	private static final Duration NIGHT = Duration.ofHours(20);
	private static final Duration STEP = Duration.ofMinutes(20);
	private static final int SLOWER = 10;

	private final Thread writer;

	@Activate
	public SampleReadings(@Reference Counters counters) {
		Fleet sample = Kabupaten.fleet();
		Instant now = InstantSource.system().instant();
		writer = Thread.ofVirtual().name("sim-readings").start(() -> {
			try {
				for (Site site : sample.sites()) {
					if (Thread.currentThread().isInterrupted()) {
						return;
					}
					List<Device> schedulers = Schedulers.of(sample, site.code()).stream()
							.filter(device -> device.access().get("counter.file").isPresent()).toList();
					if (!schedulers.isEmpty()
							&& counters.since(site.code(), Instant.EPOCH).stream().noneMatch(kept -> kept.at().isBefore(now))) {
						write(counters, schedulers.getFirst(), NidScheduler.begin(now), now);
					}
				}
			} catch (IOException e) {
				LOG.log(Level.WARNING, "the demo''s counters have no past: {0}", e.getMessage());
			}
		});
	}

	private static void write(Counters counters, Device device, Instant restarted, Instant now) throws IOException {
		for (Instant at = restarted.minus(NIGHT); at.isBefore(now.minus(STEP)) && !Thread.currentThread().isInterrupted(); at = at.plus(STEP)) {
			long sent = at.isBefore(restarted)
					? Duration.between(restarted.minus(NIGHT), at).dividedBy(NidScheduler.ONE_RECORD.multipliedBy(SLOWER))
					: Duration.between(restarted, at).dividedBy(NidScheduler.ONE_RECORD);
			counters.add(device.site(), new CounterReading(at, sent, Optional.empty(), OptionalLong.of(0), "ssh " + device.name()));
		}
	}

	@Deactivate
	void stop() throws InterruptedException {
		writer.interrupt();
		writer.join();
	}
}
