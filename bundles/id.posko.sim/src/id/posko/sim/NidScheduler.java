package id.posko.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import id.posko.kit.Device;

/**
 * The NID Scheduler of an AFIS server: what it writes into its log of the records that it has sent since its last
 * restart. The form of the log is an invented one.
 */
final class NidScheduler {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
			.withZone(ZoneId.systemDefault());
	static final Duration ONE_RECORD = Duration.ofSeconds(4);
	private static final Duration LEAST = Duration.ofHours(3);

	private final Device device;
	private final Faults faults;
	private final InstantSource time;
	private final Instant begin;

	NidScheduler(Device device, Faults faults, InstantSource time) {
		this.device = device;
		this.faults = faults;
		this.time = time;
		begin = begin(time.instant());
	}

	/**
	 * When it was last restarted, as a simulation that begins now has it: at a midnight (UTC), so that one that begins
	 * again on the same day goes on counting where the last one was.
	 */
	static Instant begin(Instant now) {
		return now.minus(LEAST).truncatedTo(ChronoUnit.DAYS);
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
