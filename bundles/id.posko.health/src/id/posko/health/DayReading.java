package id.posko.health;

import java.time.LocalDate;

import id.posko.kit.DeviceKey;

/**
 * A quantity of a device on one day, kept for years: the median of what was read that day.
 *
 * @param value in the unit in which the quantity is read, to a thousandth
 */
public record DayReading(DeviceKey device, String quantity, LocalDate day, double value) {
}
