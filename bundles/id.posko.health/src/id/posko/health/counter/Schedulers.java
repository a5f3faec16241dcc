package id.posko.health.counter;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;

/** Where the NID Scheduler of an office runs. */
public final class Schedulers {

	private Schedulers() {
	}

	/** The machines of the office that it can run on, the likeliest first. */
	public static List<Device> of(Fleet fleet, RegionCode site) {
		return Stream.of(DeviceKind.AFIS_SERVER, DeviceKind.NID_SERVER)
				.flatMap(kind -> fleet.devicesAt(site).stream().filter(device -> device.kind() == kind)
						.sorted(Comparator.comparing(Device::key)))
				.toList();
	}
}
