package id.posko.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

/** Made-up fleets on loopback addresses, every device on its own. */
public final class Offices {

	private Offices() {
	}

	/** A modem, an AFIS server and PCs in each office; the data centre is the last one's last device. */
	public static Fleet fleet(int offices, int devicesEach) {
		List<Site> sites = new ArrayList<>();
		List<Device> devices = new ArrayList<>();
		for (int s = 0; s < offices; s++) {
			RegionCode code = new RegionCode("35" + (1_000 + s));
			sites.add(new Site(code, "Kecamatan " + s, SiteKind.KECAMATAN, LinkKind.VSAT));
			for (int d = 0; d < devicesEach; d++) {
				DeviceKind kind = d == 0 ? DeviceKind.MODEM : d == 1 ? DeviceKind.AFIS_SERVER : DeviceKind.CLIENT_PC;
				boolean centre = s == offices - 1 && d == devicesEach - 1;
				devices.add(device(code, centre ? DeviceKind.DATA_CENTRE : kind, "d" + d, devices.size()));
			}
		}
		return new Fleet(sites, devices);
	}

	static Device device(RegionCode site, DeviceKind kind, String name, int number) {
		return new Device(new DeviceKey(site, name), kind,
				Address.tryParse("127." + (1 + number / 62_500) + "." + number / 250 % 250 + "." + (1 + number % 250)),
				"", "", 0, Optional.empty(), "");
	}
}
