package id.posko.health.counter;

import java.time.Duration;

import id.posko.health.Cause;
import id.posko.kit.Device;

/** Reads the counter of a NID Scheduler without a person. Blocks the thread that asks, ends by interrupt. */
public interface CounterSource {

	/** Whether the device's access says how its counter is read. */
	boolean suits(Device device);

	Read read(Device device, Duration timeout) throws InterruptedException;

	sealed interface Read {

		record Value(CounterReading reading) implements Read {
		}

		/** And why. */
		record Nothing(Cause cause) implements Read {
		}
	}
}
