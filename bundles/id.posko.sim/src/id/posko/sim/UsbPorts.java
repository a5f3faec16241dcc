package id.posko.sim;

import java.util.List;
import java.util.Optional;

import id.posko.kit.Device;
import id.posko.kit.Fleet;

/** What is plugged into a simulated client PC. */
record UsbPorts(Device pc, Fleet fleet, Faults faults) {

	/** As vendor and product in hexadecimal digits, with a colon between. */
	List<String> ids() {
		return fleet.children(pc.key()).stream().filter(peripheral -> !faults.has(peripheral, Fault.Effect.UNPLUGGED))
				.flatMap(peripheral -> id(peripheral).stream()).toList();
	}

	private Optional<String> id(Device peripheral) {
		return faults.has(peripheral, Fault.Effect.FIRMWARE_MISSING) ? Optional.of(Kabupaten.FINGERS_AT_START)
				: peripheral.access().get("usb.ids").map(ids -> ids.split(",")[0]);
	}
}
