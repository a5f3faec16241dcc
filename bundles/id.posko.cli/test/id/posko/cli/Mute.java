package id.posko.cli;

import java.time.Duration;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.kit.Device;

/** Asks nothing: every device is silent. */
final class Mute implements Check {

	@Override
	public String id() {
		return "icmp";
	}

	@Override
	public boolean suits(Device device) {
		return true;
	}

	@Override
	public Answer ask(Device device, Duration timeout) {
		return new Answer.Failed(Cause.of("silent", timeout), Evidence.of("test"));
	}
}
