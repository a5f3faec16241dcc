package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;

/**
 * Keeps of each UPS what its battery is good for, day by day: read once an hour while it rests, full and on mains, so
 * that the days compare.
 */
final class BatteryDays implements BoardListener {

	static final String RUNTIME = "battery.runtime";
	static final String VOLTS = "battery.volts";
	static final String LOAD = "output.load";
	private static final double FULL = 95;
	private static final Duration EVERY = Duration.ofHours(1);
	private static final int MOST_DEVICES = 20_000;

	private final Consumer<DayReading> keep;
	private final ZoneId zone;
	private final Map<DeviceKey, Day> days = new LinkedHashMap<>(16, 0.75f, true);

	/** @param last when it was read last; a clock that was set back does not stop the reading */
	private record Day(LocalDate date, Instant last, Map<String, List<Double>> values) {
	}

	BatteryDays(Consumer<DayReading> keep, ZoneId zone) {
		this.keep = keep;
		this.zone = zone;
	}

	static boolean isUps(Device device) {
		return device.kind() == DeviceKind.UPS_SERVER || device.kind() == DeviceKind.UPS_CLIENT;
	}

	@Override
	public void changed(List<DeviceHealth> healths) {
		for (DeviceHealth health : healths) {
			if (isUps(health.device())) {
				health.checks().stream().map(CheckHealth::course)
						.filter(course -> course.found() != null && course.found().at().equals(course.lastAnswer()))
						.forEach(course -> read(health.device().key(), course.found()));
			}
		}
	}

	private void read(DeviceKey device, Found found) {
		Day before = days.get(device);
		Instant at = found.at();
		if (before != null && Duration.between(before.last(), at).abs().compareTo(EVERY) < 0 || !isResting(found)) {
			return;
		}
		LocalDate date = LocalDate.ofInstant(at, zone);
		Day day = new Day(date, at, before != null && before.date().equals(date) ? before.values() : new LinkedHashMap<>());
		days.put(device, day);
		if (days.size() > MOST_DEVICES) {
			days.remove(days.keySet().iterator().next());
		}
		for (String quantity : List.of(RUNTIME, VOLTS, LOAD)) {
			value(found, quantity).ifPresent(value -> {
				List<Double> values = day.values().computeIfAbsent(quantity, _ -> new ArrayList<>());
				values.add(value);
				keep.accept(new DayReading(device, quantity, date,
						Slope.median(values.stream().mapToDouble(Double::doubleValue).toArray())));
			});
		}
	}

	private static boolean isResting(Found found) {
		return Supply.of(found).filter(supply -> !supply.isBattery()).isPresent()
				&& value(found, "battery.charge").orElse(0) >= FULL;
	}

	/** Of several phases the greatest. */
	private static OptionalDouble value(Found found, String quantity) {
		return found.findings().stream().filter(Reading.class::isInstance).map(Reading.class::cast)
				.filter(reading -> (reading.quantity() + ".").startsWith(quantity + "."))
				.filter(reading -> reading.rejected().isEmpty() && reading.value().isPresent())
				.mapToDouble(reading -> reading.value().getAsDouble()).max();
	}
}
