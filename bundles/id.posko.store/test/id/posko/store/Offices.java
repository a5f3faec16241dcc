package id.posko.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import id.posko.inventory.Edit;
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

/** Offices and their devices to test with. */
final class Offices {

	private static final String[] TEXTS = { "", "", "0012", "é", "ꦗꦮ", "العربية", "😀", "'", "''; drop table site; --",
			"\"", "%", "_", "\\", " ", "?", ":name", "null", "NULL", "x".repeat(60) };
	private static final String[] ADDRESSES = { "10.1.2.3", "10.1.2.3:1521", "afis.example:22", "fd00::5",
			"[fd00::5]:22" };

	private Offices() {
	}

	static RegionCode code(int number) {
		return new RegionCode("35.03.%02d".formatted(number));
	}

	static Site site(int number) {
		return new Site(code(number), "Kecamatan " + number, SiteKind.KECAMATAN, LinkKind.VSAT);
	}

	static Device device(DeviceKey key, String notes) {
		return new Device(key, DeviceKind.CLIENT_PC, Address.tryParse("10.1.2.3"), "SN-1", "", 1, Optional.empty(), notes);
	}

	/** Sites 1 to n with that many devices each, all with the same notes. */
	static Edit offices(int sites, int devicesEach, String notes) {
		return offices(1, sites, devicesEach, notes);
	}

	/** Sites with numbers from first to last. */
	static Edit offices(int first, int last, int devicesEach, String notes) {
		List<Site> sites = new ArrayList<>();
		List<Device> devices = new ArrayList<>();
		for (int s = first; s <= last; s++) {
			RegionCode code = new RegionCode("%06d".formatted(350_000 + s));
			sites.add(new Site(code, "Kantor " + s, SiteKind.KECAMATAN, LinkKind.FIBRE));
			for (int d = 1; d <= devicesEach; d++) {
				devices.add(device(new DeviceKey(code, "PC " + d), notes));
			}
		}
		return Edit.put(sites, devices);
	}

	/** An edit of all sorts that may be made on that fleet. */
	static Edit edit(Fleet fleet, Random random) {
		List<Site> sites = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			sites.add(randomSite(random));
		}
		List<DeviceKey> keys = new ArrayList<>(fleet.devices().stream().map(Device::key).toList());
		Map<DeviceKey, DeviceKey> renamed = renamed(keys, random);
		Set<DeviceKey> removed = new HashSet<>();
		List<DeviceKey> now = keys.stream().map(key -> renamed.getOrDefault(key, key)).toList();
		now.stream().filter(_ -> random.nextInt(12) == 0).forEach(removed::add);
		Set<RegionCode> removedSites = new HashSet<>();
		if (random.nextInt(4) == 0 && !fleet.sites().isEmpty()) {
			RegionCode gone = fleet.sites().stream().skip(random.nextInt(fleet.sites().size())).findFirst().orElseThrow().code();
			removedSites.add(gone);
			now.stream().filter(key -> key.site().equals(gone)).forEach(removed::add);
		}
		List<RegionCode> places = new ArrayList<>();
		fleet.sites().forEach(site -> places.add(site.code()));
		sites.forEach(site -> places.add(site.code()));
		places.removeIf(removedSites::contains);
		Map<DeviceKey, Device> put = new HashMap<>();
		for (int i = places.isEmpty() ? 0 : random.nextInt(12); i > 0; i--) {
			Device device = randomDevice(places.get(random.nextInt(places.size())), now, random);
			put.put(device.key(), device);
		}
		return new Edit(sites, renamed, removed, removedSites, List.copyOf(put.values()));
	}

	/** Some devices get new names, some the names of each other. */
	private static Map<DeviceKey, DeviceKey> renamed(List<DeviceKey> keys, Random random) {
		Map<DeviceKey, DeviceKey> renamed = new HashMap<>();
		if (keys.size() > 3 && random.nextBoolean()) {
			DeviceKey one = keys.get(0);
			DeviceKey other = keys.get(keys.size() - 1);
			renamed.put(one, other);
			renamed.put(other, one);
			renamed.put(keys.get(1), new DeviceKey(keys.get(2).site(), "new " + random.nextLong()));
		}
		return renamed;
	}

	private static Site randomSite(Random random) {
		String digits = "3503%02d".formatted(1 + random.nextInt(9));
		String code = random.nextBoolean() ? digits : digits.replaceAll("(..)(..)(..)", "$1.$2.$3");
		return new Site(new RegionCode(code), text(random), pick(SiteKind.values(), random), pick(LinkKind.values(), random));
	}

	private static Device randomDevice(RegionCode site, List<DeviceKey> others, Random random) {
		Optional<DeviceKey> parent = others.isEmpty() || random.nextBoolean() ? Optional.empty()
				: Optional.of(others.get(random.nextInt(others.size())));
		return new Device(new DeviceKey(site, "PC " + random.nextInt(30)), pick(DeviceKind.values(), random),
				random.nextBoolean() ? Optional.empty() : Address.tryParse(pick(ADDRESSES, random)), text(random),
				text(random), random.nextInt(3), parent, random.nextInt(20) == 0 ? "😀".repeat(500) : text(random),
				random.nextBoolean() ? Access.NONE : new Access(Map.of("ssh.user", "é'" + random.nextInt(9))));
	}

	private static String text(Random random) {
		return pick(TEXTS, random);
	}

	private static <T> T pick(T[] all, Random random) {
		return all[random.nextInt(all.length)];
	}
}
