package id.posko.kit.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

class OfficeNetworksTest {

	private static final Site ONE = new Site(new RegionCode("35.60.01"), "Kecamatan Satu", SiteKind.KECAMATAN, LinkKind.FIBRE);
	private static final Site TWO = new Site(new RegionCode("35.60.02"), "Kecamatan Dua", SiteKind.KECAMATAN, LinkKind.VSAT);

	private static Device device(Site site, DeviceKind kind, String name, String address, String access) {
		return new Device(new DeviceKey(site.code(), name), kind, Address.tryParse(address), "", "", 0, Optional.empty(), "",
				Access.tryParse(access).orElseThrow());
	}

	private static final OfficeNetworks HERE = new OfficeNetworks(new Fleet(List.of(ONE, TWO), List.of(
			device(ONE, DeviceKind.MODEM, "Modem", "10.1.1.1", ""),
			device(ONE, DeviceKind.AFIS_SERVER, "AFIS", "10.1.1.10", "ssh.port=2222"),
			device(ONE, DeviceKind.UPS_SERVER, "UPS", "10.1.1.15:1161", "snmp.community=kantor"),
			device(ONE, DeviceKind.UPS_CLIENT, "UPS klien", "10.1.1.21:13493", "ups.protocol=nut"),
			device(ONE, DeviceKind.CLIENT_PC, "PC", "10.1.1.21", ""),
			device(TWO, DeviceKind.CAMERA, "Kamera", "10.1.2.31", "camera.rtsp=8554"),
			device(TWO, DeviceKind.ROUTER, "Router", "8.8.8.8", ""),
			device(TWO, DeviceKind.PRINTER, "Printer", "printer.example", "snmp.community=kantor"),
			device(TWO, DeviceKind.NID_SERVER, "NID", "10.1.1.99:1521", "snmp.community=lain; ssh.port=99999; db.url=jdbc:oracle:thin:@//10.1.1.99:1522/XE"))));

	@Test
	void anAddressKnowsItsDevices() {
		assertEquals(List.of("PC", "UPS klien"),
				HERE.known(InetAddress.ofLiteral("10.1.1.21")).stream().map(Device::name).toList());
		assertEquals(List.of(), HERE.known(InetAddress.ofLiteral("10.1.1.22")));
	}

	@Test
	void privateNetworksAreProposedWithTheirOffice() {
		assertEquals("{10.1.1.0/24=" + ONE + ", 10.1.2.0/24=" + TWO + "}", HERE.networks().toString());
		assertEquals(Optional.of(ONE), HERE.office(InetAddress.ofLiteral("10.1.1.200")), "most devices of that network");
		assertEquals(Optional.empty(), HERE.office(InetAddress.ofLiteral("10.1.3.1")));
		assertEquals(Optional.empty(), HERE.office(InetAddress.ofLiteral("fd00::1")));
	}

	@Test
	void theCommunityAndPortsOfTheListAreUsed() {
		assertEquals("kantor", HERE.community());
		assertEquals("public", new OfficeNetworks(Fleet.EMPTY).community());
		assertEquals(Set.of(new Door(2222, Door.Service.SSH), new Door(1161, Door.Service.SNMP),
				new Door(13493, Door.Service.NUT), new Door(8554, Door.Service.RTSP), new Door(1521, Door.Service.TCP),
				new Door(1522, Door.Service.TCP)),
				HERE.doors());
		assertTrue(new OfficeNetworks(Fleet.EMPTY).doors().isEmpty());
	}
}
