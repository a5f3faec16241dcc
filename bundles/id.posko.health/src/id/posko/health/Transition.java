package id.posko.health;

import java.time.Instant;

import id.posko.kit.DeviceKey;

/** A device's state changed. {@link #at} is when that began, for an outage some seconds before it was confirmed. */
public record Transition(DeviceKey device, State from, Verdict verdict) {

	public State to() {
		return verdict.state();
	}

	public Cause cause() {
		return verdict.cause();
	}

	public Instant at() {
		return verdict.since();
	}
}
