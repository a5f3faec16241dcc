package id.posko.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All sites and devices at one moment, with the path each device's records take: peripheral → PC → AFIS → modem →
 * data centre. A device's parent is the one set by hand, else the nearest device of a kind it stands behind (same
 * office, same kit first), else the data centre; a website's only the one set by hand. Immutable and safe for any thread.
 */
public final class Fleet {

	public static final Fleet EMPTY = new Fleet(List.of(), List.of());

	private final Map<RegionCode, Site> sites = new TreeMap<>();
	private final Map<DeviceKey, Device> devices = new TreeMap<>();
	private final Map<RegionCode, List<Device>> bySite;
	private final Map<DeviceKey, Device> parents = new HashMap<>();
	private final Map<DeviceKey, List<Device>> children;
	/** The first device by key of each kind and kit of a site. */
	private final Map<Place, Device> firsts = new HashMap<>();
	/** The first data centre by key whose site's code begins with these digits. */
	private final Map<String, Device> centres = new HashMap<>();

	private record Place(RegionCode site, DeviceKind kind, int kit) {
	}

	/** @throws IllegalArgumentException if a device's site is missing or a key comes twice */
	public Fleet(Collection<Site> sites, Collection<Device> devices) {
		for (Site site : sites) {
			if (this.sites.put(site.code(), site) != null) {
				throw new IllegalArgumentException("site twice: " + site.code());
			}
		}
		for (Device device : devices) {
			if (!this.sites.containsKey(device.site())) {
				throw new IllegalArgumentException("no site for " + device.key());
			}
			if (this.devices.put(device.key(), device) != null) {
				throw new IllegalArgumentException("device twice: " + device.key());
			}
		}
		bySite = this.devices.values().stream().collect(Collectors.groupingBy(Device::site));
		for (Device device : this.devices.values()) {
			firsts.putIfAbsent(new Place(device.site(), device.kind(), device.kit()), device);
			if (device.kind() == DeviceKind.DATA_CENTRE) {
				String digits = device.site().digits();
				for (int shared = 0; shared <= digits.length(); shared++) {
					centres.putIfAbsent(digits.substring(0, shared), device);
				}
			}
		}
		for (Device device : this.devices.values()) {
			device.parent().map(this.devices::get).or(() -> derivedParent(device))
					.ifPresent(parent -> parents.put(device.key(), parent));
		}
		children = this.devices.values().stream().filter(d -> parents.containsKey(d.key()))
				.collect(Collectors.groupingBy(d -> parents.get(d.key()).key()));
	}

	private Optional<Device> derivedParent(Device device) {
		if (device.kind() == DeviceKind.DATA_CENTRE || device.kind() == DeviceKind.WEBSITE) {
			return Optional.empty();
		}
		for (DeviceKind kind : device.kind().behind()) {
			Optional<Device> nearest = nearest(device, kind);
			if (nearest.isPresent()) {
				return nearest;
			}
		}
		String digits = device.site().digits();
		for (int shared = digits.length(); shared >= 0; shared--) {
			Device centre = centres.get(digits.substring(0, shared));
			if (centre != null) {
				return Optional.of(centre);
			}
		}
		return Optional.empty();
	}

	/** The first by key of the device's own kit, else of a kit that is not against it, else of the other kit. */
	private Optional<Device> nearest(Device device, DeviceKind kind) {
		return Stream.of(0, 1, 2).map(kit -> firsts.get(new Place(device.site(), kind, kit))).filter(Objects::nonNull)
				.min(Comparator.comparingInt((Device d) -> kitDistance(d, device)).thenComparing(Device::key));
	}

	private static int kitDistance(Device candidate, Device device) {
		if (candidate.kit() == device.kit()) {
			return 0;
		}
		return candidate.kit() == 0 || device.kit() == 0 ? 1 : 2;
	}

	/** By region code. */
	public Collection<Site> sites() {
		return Collections.unmodifiableCollection(sites.values());
	}

	/** By region code and name. */
	public Collection<Device> devices() {
		return Collections.unmodifiableCollection(devices.values());
	}

	public Optional<Site> site(RegionCode code) {
		return Optional.ofNullable(sites.get(code));
	}

	public Optional<Device> device(DeviceKey key) {
		return Optional.ofNullable(devices.get(key));
	}

	/** The site of one of this fleet's devices. */
	public Site siteOf(Device device) {
		return sites.get(device.site());
	}

	public List<Device> devicesAt(RegionCode site) {
		return bySite.getOrDefault(site, List.of());
	}

	/** The devices of that name: one in most fleets' answers, several where offices use the same names. */
	public List<Device> named(String name) {
		return devices.values().stream()
				.filter(d -> d.name().equalsIgnoreCase(name) || d.key().toString().equalsIgnoreCase(name)).toList();
	}

	public Optional<Device> parent(DeviceKey key) {
		return Optional.ofNullable(parents.get(key));
	}

	public List<Device> children(DeviceKey key) {
		return children.getOrDefault(key, List.of());
	}

	/** The device itself first, then parent after parent; the data centre last. Ends before a loop closes. */
	public List<Device> path(Device device) {
		SequencedSet<Device> path = new LinkedHashSet<>();
		for (Device at = device; at != null && path.add(at);) {
			at = parents.get(at.key());
		}
		return List.copyOf(path);
	}

	/** A device that is its own ancestor, if there is one: parents set by hand can do that. */
	public Optional<Device> loop() {
		Map<DeviceKey, Boolean> settled = new HashMap<>();
		for (Device start : devices.values()) {
			List<DeviceKey> walked = new ArrayList<>();
			for (Device at = start; at != null; at = parents.get(at.key())) {
				Boolean known = settled.putIfAbsent(at.key(), false);
				if (Boolean.FALSE.equals(known)) {
					return Optional.of(at);
				}
				if (known != null) {
					break;
				}
				walked.add(at.key());
			}
			walked.forEach(key -> settled.put(key, true));
		}
		return Optional.empty();
	}
}
