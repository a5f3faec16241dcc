package id.posko.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import id.posko.kit.Device;

/** A UPS of the sample kabupaten. What it measures follows from the time and the faults alone. */
final class SimulatedUps {

	/** What the UPS can feed a load of {@link #USUAL_LOAD} percent with a full battery. */
	private static final Duration FULL = Duration.ofMinutes(34);
	private static final double USUAL_LOAD = 35;
	private static final int EMPTY = 4;
	private static final int LOW = 20;

	/**
	 * All at one moment.
	 *
	 * @param onBattery for how long; zero when fed by the mains
	 * @param charge in percent
	 * @param load in percent of what it can feed
	 * @param temperature of the battery in °C
	 */
	record State(Duration onBattery, boolean isLow, boolean replaceBattery, int charge, Duration runtime,
			double batteryVolts, int temperature, double inputVolts, double inputHertz, double outputVolts,
			double outputHertz, int load) {

		boolean isOnBattery() {
			return onBattery.isPositive();
		}
	}

	private final Device device;
	private final Faults faults;
	private final InstantSource time;

	SimulatedUps(Device device, Faults faults, InstantSource time) {
		this.device = device;
		this.faults = faults;
		this.time = time;
	}

	Device device() {
		return device;
	}

	boolean isMute() {
		return faults.has(device, Fault.Effect.MUTE);
	}

	State state() {
		Instant now = faults.since(device, Fault.Effect.STUCK).orElseGet(time::instant);
		Duration onBattery = faults.since(device, Fault.Effect.ON_BATTERY).filter(since -> !since.isAfter(now))
				.map(since -> Duration.between(since, now).plusSeconds(1)).orElse(Duration.ZERO);
		int load = (int) Math.round(USUAL_LOAD + 6 * wave(now, 83) + 3 * wave(now, 19));
		boolean onMains = onBattery.isZero();
		double spent = onMains ? 0 : 100.0 * onBattery.toMillis() / FULL.toMillis() * load / USUAL_LOAD;
		int charge = (int) Math.max(EMPTY, 100 - spent);
		if (faults.has(device, Fault.Effect.BATTERY_LOW)) {
			charge = Math.min(charge, 9);
		}
		Duration runtime = Duration.ofSeconds((long) (FULL.toSeconds() * charge / 100.0 * USUAL_LOAD / load));
		double input = 224 + 4 * wave(now, 61) + wave(now, 7);
		return new State(onBattery, charge < LOW, faults.has(device, Fault.Effect.REPLACE_BATTERY), charge, runtime,
				onMains ? 27.3 + 0.1 * wave(now, 29) : 22 + 4 * charge / 100.0 + 0.1 * wave(now, 29),
				(int) Math.round(30 + 3 * wave(now, 3600)), onMains ? input : 0, onMains ? 50 + 0.15 * wave(now, 23) : 0,
				onMains ? input : 220 + wave(now, 7), 50, load);
	}

	/** Between -1 and 1, in so many seconds once up and down; elsewhere in another place of it. */
	private double wave(Instant at, int seconds) {
		return Math.sin(2 * Math.PI * (at.toEpochMilli() / 1000.0 / seconds + Math.floorMod(device.name().hashCode() + device.site().text().hashCode(), 97) / 97.0));
	}
}
