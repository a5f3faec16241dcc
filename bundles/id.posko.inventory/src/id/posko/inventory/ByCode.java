package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.report.label.DeviceCode;
import java.util.List;
import java.util.Optional;

/** What a code means that was scanned from a label or typed: a label's code, an asset tag, a serial number, a name. */
public sealed interface ByCode {

	record Found(Device device) implements ByCode {
	}

	/** It is a label's code, but there is no such device. */
	record Gone(DeviceKey key) implements ByCode {
	}

	/** It means no device, or several. */
	record Nothing() implements ByCode {
	}

	/** What the device's label holds. */
	static String label(Device device) {
		return new DeviceCode(device.key().toString()).text();
	}

	static ByCode of(Fleet fleet, String typed) {
		String text = typed.strip();
		Optional<DeviceKey> labelled = DeviceCode.read(text).flatMap(code -> key(code.key()));
		return labelled.flatMap(key -> device(fleet, key))
				.or(() -> one(fleet.devices().stream().filter(device -> isMarked(device, text)).toList()))
				.or(() -> one(fleet.named(text))).<ByCode>map(Found::new)
				.or(() -> labelled.map(Gone::new)).orElseGet(Nothing::new);
	}

	private static Optional<DeviceKey> key(String code) {
		String site = code.substring(0, code.indexOf('/'));
		return RegionCode.isWellFormed(site)
				? Optional.of(new DeviceKey(new RegionCode(site), code.substring(site.length() + 1).strip()))
				: Optional.empty();
	}

	private static Optional<Device> device(Fleet fleet, DeviceKey key) {
		return fleet.device(key).or(() -> one(fleet.devicesAt(key.site()).stream()
				.filter(device -> device.name().equalsIgnoreCase(key.name())).toList()));
	}

	/** In an office, where a name alone is enough. */
	static ByCode of(Fleet fleet, String typed, RegionCode site) {
		return one(fleet.devicesAt(site).stream().filter(device -> device.name().equalsIgnoreCase(typed.strip())).toList())
				.<ByCode>map(Found::new).orElseGet(() -> of(fleet, typed));
	}

	private static boolean isMarked(Device device, String text) {
		return !text.isEmpty()
				&& (device.assetTag().equalsIgnoreCase(text) || device.serial().equalsIgnoreCase(text));
	}

	private static Optional<Device> one(List<Device> devices) {
		return devices.size() == 1 ? Optional.of(devices.getFirst()) : Optional.empty();
	}
}
