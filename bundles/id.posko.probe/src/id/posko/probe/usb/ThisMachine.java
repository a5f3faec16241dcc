package id.posko.probe.usb;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import oshi.SystemInfo;
import oshi.hardware.UsbDevice;

/** The USB devices of the machine that the console runs on, by OSHI. */
final class ThisMachine implements Callable<Set<UsbId>> {

	/** @throws LinkageError if this system's libraries can not be asked */
	@Override
	public Set<UsbId> call() {
		Set<UsbId> ids = new TreeSet<>();
		for (UsbDevice device : new SystemInfo().getHardware().getUsbDevices(false)) {
			id(device.getVendorId(), device.getProductId()).ifPresent(ids::add);
		}
		return ids;
	}

	static Optional<UsbId> id(String vendor, String product) {
		return UsbId.tryParse(vendor + ":" + product);
	}
}
