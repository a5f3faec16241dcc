package id.posko.probe;

import java.util.Optional;

import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;

/** Devices of one office, for the checks' tests. */
public final class Devices {

	private Devices() {
	}

	public static Device at(String address) {
		return device(Optional.of(Address.parse(address)));
	}

	public static Device withoutAddress() {
		return device(Optional.empty());
	}

	private static Device device(Optional<Address> address) {
		return new Device(new DeviceKey(new RegionCode("35.03.01"), "afis"), DeviceKind.AFIS_SERVER, address, "", "", 0,
				Optional.empty(), "");
	}
}
