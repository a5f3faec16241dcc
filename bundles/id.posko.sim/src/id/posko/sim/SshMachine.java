package id.posko.sim;

import java.time.Duration;

import id.posko.kit.Device;

/** A simulated machine as it is behind its SSH server. */
record SshMachine(Device device, Commands commands, Faults faults, Lines lines) {

	/** Nothing that is sent to it is answered. */
	boolean isDeaf() {
		return lines.isCut(device) || faults.has(device, Fault.Effect.MUTE);
	}

	boolean refusesLogin() {
		return faults.has(device, Fault.Effect.LOGIN_REFUSED);
	}

	Duration delay() {
		return lines.delay(device);
	}
}
