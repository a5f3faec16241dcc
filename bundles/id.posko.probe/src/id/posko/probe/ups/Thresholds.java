package id.posko.probe.ups;

import java.time.Duration;

import id.posko.kit.Limit;

/**
 * From when on a UPS is not as it should be. Two limits each: from the first on the device is impaired, from the second
 * on it is urgent; the margin
 * behind them is what must be won back before it no longer counts. Volts and hertz are of Indonesia's mains.
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
record Thresholds(Limits charge, Limits runtime, Limits temperature, Limits load, Limit batteryVolts,
		Limit leastVolts, Limit mostVolts, Limit leastHertz, Limit mostHertz, Duration mainsFor, int hold,
		int holdDoubted, int stale, int staleOnBattery, Duration selfTest) {

	record Limits(Limit first, Limit urgent) {

		static Limits of(double first, double urgent, double margin) {
			return new Limits(new Limit(first, margin), new Limit(urgent, margin));
		}
	}

	static final Thresholds OFFICE = new Thresholds(Limits.of(50, 15, 5), Limits.of(600, 300, 60),
			Limits.of(45, 55, 2), Limits.of(80, 95, 5), Limit.beyond(0.15, 0.02), new Limit(Math.nextDown(197.0), 2),
			Limit.beyond(243, 2), new Limit(Math.nextDown(49.7), 0.05), Limit.beyond(50.3, 0.05), Duration.ofMinutes(15), 3, 20, 60, 10,
			Duration.ofMinutes(15));
}
