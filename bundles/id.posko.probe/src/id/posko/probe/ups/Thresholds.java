package id.posko.probe.ups;

import java.time.Duration;

/**
 * From when on a UPS is not as it should be. Two limits each: from the first on the device is impaired, from the second
 * on it is urgent. Volts and hertz are of Indonesia's mains.
 *
 * @param charge in percent, and below
 * @param runtime in seconds, and below
 * @param temperature in °C, and above
 * @param load in percent, and above
 * @param batteryVolts share by which the battery may be off its first value
 * @param mainsFor how long volts or hertz must be outside before it counts
 * @param hold for so many polls a flag must stand before it is believed
 * @param holdDoubted the same for a flag that charge and runtime speak against
 * @param stale after so many polls without any change of any number the values are stale
 * @param staleOnBattery the same while the battery is used, when they must change
 * @param selfTest no self-test takes longer
 */
record Thresholds(Limits charge, Limits runtime, Limits temperature, Limits load, double batteryVolts,
		double leastVolts, double mostVolts, double leastHertz, double mostHertz, Duration mainsFor, int hold,
		int holdDoubted, int stale, int staleOnBattery, Duration selfTest) {

	record Limits(double first, double urgent) {
	}

	static final Thresholds OFFICE = new Thresholds(new Limits(50, 15), new Limits(600, 300), new Limits(45, 55),
			new Limits(80, 95), 0.15, 197, 243, 49.7, 50.3, Duration.ofMinutes(15), 3, 20, 60, 10,
			Duration.ofMinutes(15));
}
