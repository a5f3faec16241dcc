package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.SiteKind;

class KabupatenTest {

	private final Fleet fleet = Kabupaten.fleet();

	@Test
	void fourteenKecamatanEachDeviceWithALoopbackAddressOfItsOwn() {
		assertEquals(14, fleet.sites().stream().filter(s -> s.kind() == SiteKind.KECAMATAN).count());
		List<String> addresses = fleet.devices().stream().flatMap(d -> d.address().stream()).map(Object::toString).toList();
		assertEquals(addresses.size(), addresses.stream().distinct().count());
		assertTrue(addresses.stream().allMatch(a -> a.startsWith("127.60.")), addresses.toString());
	}

	@Test
	void everyPathEndsAtTheDataCentre() {
		assertTrue(fleet.loop().isEmpty());
		for (Device device : fleet.devices()) {
			assertEquals(device.kind() == DeviceKind.WEBSITE ? DeviceKind.WEBSITE : DeviceKind.DATA_CENTRE,
					fleet.path(device).getLast().kind(), device.toString());
		}
		Device finger = fleet.named("35.60.01/Pemindai jari 2").getFirst();
		assertEquals("Pemindai jari 2 > PC klien 2 > Server AFIS > Modem > Pusat Data",
				fleet.path(finger).stream().map(Device::name).collect(Collectors.joining(" > ")));
	}

	@Test
	void everyFaultHitsSomethingAndHasANameOfItsOwn() {
		List<Fault> faults = Fault.all(fleet);
		assertEquals(faults.size(), faults.stream().map(Fault::name).distinct().count());
		for (Fault fault : faults) {
			assertTrue(fleet.devices().stream().anyMatch(fault::hits), fault.name());
		}
		assertTrue(new Faults().all().stream().filter(new Faults()::isOn).count() > 0);
	}
}
