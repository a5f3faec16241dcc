package id.posko.health;

import java.time.Duration;

import id.posko.kit.Address;
import id.posko.kit.Device;

/**
 * Asks from another machine than this one: what the AFIS server sees is not what this console sees. Blocks the thread
 * that asks, ends by interrupt. Safe for any thread.
 */
public interface Vantage {

	/** A round trip from there may take {@code timeout}; entering the machine adds some seconds of its own. */
	View ping(Device from, Address target, Duration timeout) throws InterruptedException;

	sealed interface View {

		/** Asked from there: judged as strictly as an echo of our own. */
		record Seen(EchoAnswer answer) implements View {
		}

		/** Not measured from there; the cause says how to make it so, or why that machine could not be entered. */
		record NotMeasured(Cause cause) implements View {
		}
	}
}
