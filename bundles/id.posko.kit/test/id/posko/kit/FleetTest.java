package id.posko.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FleetTest {

	private static Device device(String site, String name, DeviceKind kind, int kit) {
		return new Device(new DeviceKey(new RegionCode(site), name), kind, Optional.empty(), "", "", kit, Optional.empty(),
				"");
	}

	/** The rule as it is written: nearest kind, then own kit, shared kit, other kit, then the first by key. */
	private static Optional<Device> expectedParent(Device device, List<Device> all) {
		if (device.kind() == DeviceKind.DATA_CENTRE || device.kind() == DeviceKind.WEBSITE) {
			return Optional.empty();
		}
		Stream<Device> nearest = all.stream()
				.filter(d -> d.site().equals(device.site()) && device.kind().behind().contains(d.kind()));
		return nearest.min(Comparator.comparingInt((Device d) -> device.kind().behind().indexOf(d.kind()))
				.thenComparingInt(d -> d.kit() == device.kit() ? 0 : d.kit() * device.kit() == 0 ? 1 : 2)
				.thenComparing(Device::key))
				.or(() -> all.stream().filter(d -> d.kind() == DeviceKind.DATA_CENTRE)
						.min(Comparator.comparingInt((Device d) -> -shared(d.site().digits(), device.site().digits()))
								.thenComparing(Device::key)));
	}

	private static int shared(String one, String other) {
		int i = 0;
		while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
			i++;
		}
		return i;
	}

	@Test
	void aDeviceStandsBehindTheNearestOfItsOfficeElseTheNearestDataCentre() {
		String[] codes = {"00", "35", "3503", "350301", "350302", "340101"};
		for (int seed = 0; seed < 500; seed++) {
			Random random = new Random(seed);
			List<Site> sites = Stream.of(codes).map(c -> new Site(new RegionCode(c), c, SiteKind.DINAS, LinkKind.LTE)).toList();
			List<Device> devices = new ArrayList<>();
			for (int i = 0; i < random.nextInt(25); i++) {
				devices.add(device(codes[random.nextInt(codes.length)], "d" + i,
						DeviceKind.values()[random.nextInt(DeviceKind.values().length)], random.nextInt(3)));
			}
			Fleet fleet = new Fleet(sites, devices);
			for (Device device : devices) {
				assertEquals(expectedParent(device, devices), fleet.parent(device.key()), "seed " + seed + " " + device);
			}
		}
	}

	@Test
	void aHundredThousandDevicesOfOneOfficeAndAsManyDataCentresAreJoined() {
		List<Site> sites = List.of(new Site(new RegionCode("00"), "P", SiteKind.DATA_CENTRE, LinkKind.FIBRE),
				new Site(new RegionCode("350301"), "K", SiteKind.KECAMATAN, LinkKind.LTE));
		List<Device> devices = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			devices.add(device("350301", "d" + i, DeviceKind.values()[1 + i % 13], i % 3));
			devices.add(device("00", "c" + i, DeviceKind.DATA_CENTRE, 0));
		}
		Fleet fleet = new Fleet(sites, devices);
		assertEquals(Optional.empty(), fleet.loop());
	}
}
