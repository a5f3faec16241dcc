package id.posko.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import id.posko.kit.Device;

/**
 * The NID Scheduler of an AFIS server: what it writes into its log of the records that it has sent since its last
 * restart. The form of the log is an invented one.
 */
final class NidScheduler {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
			.withZone(ZoneId.systemDefault());
	static final Duration ONE_RECORD = Duration.ofSeconds(4);
	/** How long it had been running when the simulation began. */
	static final Duration RUNS = Duration.ofHours(3);

	private final Device device;
	private final Faults faults;
	private final InstantSource time;
	private final Instant begin;

	NidScheduler(Device device, Faults faults, InstantSource time) {
		this.device = device;
		this.faults = faults;
		this.time = time;
		begin = time.instant().minus(RUNS);
	}

	/** Stands still since the fault was switched on; after a restart it begins with 0. */
	long sent() {
		Instant now = faults.since(device, Fault.Effect.COUNTER_STUCK).orElseGet(time::instant);
		Instant from = faults.since(device, Fault.Effect.COUNTER_RESTARTED).filter(since -> !since.isAfter(now)).orElse(begin);
		return Duration.between(from, now).dividedBy(ONE_RECORD);
	}

	String log() {
		return STAMP.format(time.instant()) + " NID Scheduler: No. of Records sent after Restart: " + sent() + "\n";
	}
}
