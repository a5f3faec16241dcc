package id.posko.health;

import java.time.Duration;

import id.posko.kit.Device;
import id.posko.kit.Fleet;

/**
 * One question to one device. Found by the service registry: a new check is one component. It blocks the virtual
 * thread that asks and ends by interrupt; it never asks the same question twice by itself.
 */
public interface Check {

	/** Service property that gives the id of a check that others ask for by name. */
	String ID = "posko.check";

	/** Stored with every result: {@code icmp}, {@code tcp} … */
	String id();

	/** Whether the question makes sense for this device: it has what is needed to be asked. */
	boolean suits(Device device);

	/** The same where it depends on other devices, such as the PC that this one is plugged into. */
	default boolean suits(Device device, Fleet fleet) {
		return suits(device);
	}

	/** How long one answer may take where an echo over the line takes at most {@code line}. */
	default Duration timeout(Duration line) {
		return line;
	}

	/** @param timeout the longest that the answer may take; then it is a {@link Answer.Failed} */
	Answer ask(Device device, Duration timeout) throws InterruptedException;
}
