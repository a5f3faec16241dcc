package id.posko.sim;

import java.util.HashMap;
import java.util.Map;

import id.posko.kit.Device;
import id.posko.kit.Fleet;

/** Which devices answer an echo of another simulated machine. */
final class Neighbours {

	private final Map<String, Device> devices = new HashMap<>();
	private final Lines lines;

	Neighbours(Fleet fleet, Lines lines) {
		this.lines = lines;
		fleet.devices().forEach(device -> device.address().ifPresent(address -> devices.put(address.host(), device)));
	}

	/** None at an address that no device has. */
	boolean answer(String address) {
		Device device = devices.get(address);
		return device != null && !lines.isCut(device);
	}
}
