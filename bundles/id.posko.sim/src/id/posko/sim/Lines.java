package id.posko.sim;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;

/** The lines of the sample kabupaten: how long an answer takes, and whether it gets lost, by kind of line and fault. */
@Component(service = Lines.class, enabled = false)
public final class Lines {

	private static final double LOST_BY_FAULT = 0.34;

	private final Faults faults;
	private final Fleet fleet;
	private final Random random;
	private final ScheduledExecutorService delays = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("posko-lines").factory());

	@Activate
	public Lines(@Reference Faults faults) {
		this(faults, Kabupaten.fleet(), new Random(60));
	}

	Lines(Faults faults, Fleet fleet, Random random) {
		this.faults = faults;
		this.fleet = fleet;
		this.random = random;
	}

	/** Nothing comes through at all. */
	boolean isCut(Device device) {
		return faults.has(device, Fault.Effect.SILENT);
	}

	/** Whether the next datagram gets lost. */
	synchronized boolean isLost(Device device) {
		LinkKind link = link(device);
		double usual = link == LinkKind.LTE || link == LinkKind.VSAT ? 0.01 : 0.001;
		return isCut(device) || random.nextDouble() < (faults.has(device, Fault.Effect.LOSSY) ? LOST_BY_FAULT : usual);
	}

	/** What a healthy line of its kind takes there and back, give or take a tenth; with the fault more. */
	synchronized Duration delay(Device device) {
		LinkKind link = link(device);
		long usual = switch (link) {
		case FIBRE -> 9;
		case RADIO -> 38;
		case LTE -> 85;
		case VSAT, UNSPECIFIED -> 620;
		};
		double millis = faults.has(device, Fault.Effect.SLOW) ? 1.6 * link.slow().toMillis() : usual;
		return Duration.ofNanos((long) (millis * (1 + 0.1 * random.nextGaussian()) * 1e6)).abs();
	}

	private LinkKind link(Device device) {
		return fleet.siteOf(device).link();
	}

	/** The step must be short. */
	void after(Duration delay, Runnable step) {
		delays.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Deactivate
	void close() {
		delays.shutdownNow();
	}
}
