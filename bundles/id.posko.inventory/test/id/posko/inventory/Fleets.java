package id.posko.inventory;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Inventories to test with. */
final class Fleets {

	static final RegionCode DONGKO = new RegionCode("350302");
	static final RegionCode PUSAT = new RegionCode("00");

	private static final String[] ODD = {"\"", ";", ",", "'", "=1+1", "-2", "+62", "@a", "'=x", "''-", " ", "é", "ꦗꦮ",
			"العربية", "_x0041_", "_x", "007", "#N/A", "&amp;", "<b>", "😀", "sep=;", "TRUE", "1.5", "/", "0", "\\", "%",
			"=\"1\"", "kode", "PC", "Modem", "A", "b"};

	private Fleets() {
	}

	static DeviceKey key(RegionCode site, String name) {
		return new DeviceKey(site, name);
	}

	static Device device(RegionCode site, String name, DeviceKind kind) {
		return new Device(key(site, name), kind, Optional.empty(), "", "", 0, Optional.empty(), "");
	}

	/** One kecamatan and the data centre. */
	static Fleet small() {
		return new Fleet(
				List.of(new Site(PUSAT, "Pusat Data", SiteKind.DATA_CENTRE, LinkKind.FIBRE),
						new Site(DONGKO, "Kecamatan Dongko", SiteKind.KECAMATAN, LinkKind.VSAT)),
				List.of(device(PUSAT, "Pusat", DeviceKind.DATA_CENTRE),
						new Device(key(DONGKO, "Modem"), DeviceKind.MODEM, Address.tryParse("10.3.2.1"), "M-001", "A-1", 0,
								Optional.empty(), ""),
						new Device(key(DONGKO, "AFIS 1"), DeviceKind.AFIS_SERVER, Address.tryParse("10.3.2.10:22"), "0012",
								"", 1, Optional.empty(), "rak kiri"),
						new Device(key(DONGKO, "PC 1"), DeviceKind.CLIENT_PC, Address.tryParse("10.3.2.11"), "", "", 1,
								Optional.of(key(DONGKO, "AFIS 1")), "")));
	}

	/** Sites and devices with odd texts, parents set by hand without loops, all of it valid. */
	static Fleet random(Random random) {
		List<Site> sites = new ArrayList<>();
		List<Device> devices = new ArrayList<>();
		Set<RegionCode> codes = new HashSet<>();
		Set<DeviceKey> keys = new HashSet<>();
		for (int s = 0; s < 1 + random.nextInt(6); s++) {
			RegionCode code = new RegionCode(random.nextBoolean() ? "%02d.%02d.%02d".formatted(random.nextInt(100),
					random.nextInt(100), random.nextInt(100)) : "%04d".formatted(random.nextInt(10_000)));
			if (!codes.add(code)) {
				continue;
			}
			sites.add(new Site(code, text(random, 1, 100), one(random, SiteKind.values()), one(random, LinkKind.values())));
			for (int d = 0; d < 1 + random.nextInt(8); d++) {
				DeviceKey key = key(code, text(random, 1, 100));
				if (keys.add(ParentNames.lower(key))) {
					// Nothing derives a parent that is a printer, and printers are set behind earlier devices only: no loops.
					boolean byHand = !devices.isEmpty() && random.nextInt(3) == 0;
					devices.add(new Device(key, byHand ? DeviceKind.PRINTER : one(random, DeviceKind.values()),
							address(random), text(random, 0, 60), text(random, 0, 60), random.nextInt(3),
							byHand ? Optional.of(devices.get(random.nextInt(devices.size())).key()) : Optional.empty(),
							random.nextBoolean() ? "" : notes(random), access(random)));
				}
			}
		}
		return new Fleet(sites, devices);
	}

	/** One office with many devices of every kind, and many data centres: what derives parents must not be quadratic. */
	static Fleet crowded(int devices) {
		DeviceKind[] kinds = DeviceKind.values();
		List<Device> all = new ArrayList<>();
		for (int i = 0; i < devices; i++) {
			all.add(new Device(key(DONGKO, "Alat " + i), kinds[i % kinds.length], Optional.empty(), "", "", i % 3,
					Optional.empty(), ""));
		}
		return new Fleet(List.of(new Site(DONGKO, "Dongko", SiteKind.KECAMATAN, LinkKind.FIBRE)), all);
	}

	private static <T> T one(Random random, T[] of) {
		return of[random.nextInt(of.length)];
	}

	private static Access access(Random random) {
		return random.nextBoolean() ? Access.NONE
				: new Access(Map.of("snmp.version", "3", "ssh.user", "a=" + random.nextInt(99), "camera.path", "/é"));
	}

	private static Optional<Address> address(Random random) {
		return switch (random.nextInt(5)) {
			case 0 -> Optional.empty();
			case 1 -> Address.tryParse("10.%d.%d.1".formatted(random.nextInt(256), random.nextInt(256)));
			case 2 -> Address.tryParse("afis-%d.example:%d".formatted(random.nextInt(99), 1 + random.nextInt(65_535)));
			case 3 -> Address.tryParse("fd00::%x".formatted(random.nextInt(0xFFFF)));
			default -> Address.tryParse("[fd00::%x]:22".formatted(random.nextInt(0xFFFF)));
		};
	}

	/** A clean text as the rules leave it. */
	private static String text(Random random, int shortest, int longest) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < shortest + random.nextInt(5); i++) {
			text.append(one(random, ODD));
		}
		String clean = Texts.squeezed(text.toString());
		if (clean.length() < shortest) {
			return "x";
		}
		return clean.length() > longest ? Texts.squeezed(clean.substring(0, 7)) + "." : clean;
	}

	private static String notes(Random random) {
		return Texts.trimmed(text(random, 1, 500) + "\n" + text(random, 0, 60) + "\n\n" + text(random, 1, 60));
	}
}
