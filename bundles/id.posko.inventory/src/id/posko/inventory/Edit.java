package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be written, all or nothing, in this order: sites are put (added, or replaced by their code), devices are
 * renamed (old key → new key; their history goes with them), devices are removed, sites are removed, devices are put.
 */
public record Edit(List<Site> sites, Map<DeviceKey, DeviceKey> renamed, Set<DeviceKey> removedDevices,
		Set<RegionCode> removedSites, List<Device> devices) {

	public Edit {
		sites = List.copyOf(sites);
		renamed = Map.copyOf(renamed);
		removedDevices = Set.copyOf(removedDevices);
		removedSites = Set.copyOf(removedSites);
		devices = List.copyOf(devices);
	}

	public static Edit put(List<Site> sites, List<Device> devices) {
		return new Edit(sites, Map.of(), Set.of(), Set.of(), devices);
	}

	public boolean isEmpty() {
		return sites.isEmpty() && renamed.isEmpty() && removedDevices.isEmpty() && removedSites.isEmpty()
				&& devices.isEmpty();
	}

	/** Of all offices that it is about. */
	Set<RegionCode> places() {
		Set<RegionCode> places = new TreeSet<>(removedSites);
		sites.forEach(site -> places.add(site.code()));
		renamed.forEach((from, to) -> places.addAll(List.of(from.site(), to.site())));
		removedDevices.forEach(key -> places.add(key.site()));
		devices.forEach(device -> places.add(device.site()));
		return places;
	}

	/** Of offices and devices that it is about. */
	int size() {
		return sites.size() + renamed.size() + removedDevices.size() + removedSites.size() + devices.size();
	}

	/** The fleet as it is after this edit. */
	public Fleet on(Fleet before) {
		Map<RegionCode, Site> sitesAfter = new TreeMap<>();
		before.sites().forEach(site -> sitesAfter.put(site.code(), site));
		sites.forEach(site -> sitesAfter.put(site.code(), site));
		Map<DeviceKey, Device> devicesAfter = new HashMap<>();
		for (Device device : before.devices()) {
			DeviceKey key = renamed.getOrDefault(device.key(), device.key());
			devicesAfter.put(key, key == device.key() ? device : withKey(device, key));
		}
		removedDevices.forEach(devicesAfter::remove);
		removedSites.forEach(sitesAfter::remove);
		devices.forEach(device -> devicesAfter.put(device.key(), device));
		return new Fleet(sitesAfter.values(), devicesAfter.values());
	}

	private static Device withKey(Device device, DeviceKey key) {
		return new Device(key, device.kind(), device.address(), device.serial(), device.assetTag(), device.kit(),
				device.parent(), device.notes(), device.access());
	}

	/** What takes this edit back, given the fleet before it. */
	public Edit inverse(Fleet before) {
		Map<DeviceKey, DeviceKey> back = new HashMap<>();
		renamed.forEach((from, to) -> back.put(to, from));
		List<Device> devicesBack = new ArrayList<>();
		Set<DeviceKey> added = new HashSet<>();
		for (Device device : devices) {
			before.device(back.getOrDefault(device.key(), device.key()))
					.ifPresentOrElse(devicesBack::add, () -> added.add(device.key()));
		}
		removedDevices.forEach(key -> before.device(key).ifPresent(devicesBack::add));
		List<Site> sitesBack = new ArrayList<>();
		Set<RegionCode> sitesAdded = new HashSet<>();
		for (Site site : sites) {
			before.site(site.code()).ifPresentOrElse(sitesBack::add, () -> sitesAdded.add(site.code()));
		}
		removedSites.forEach(code -> before.site(code).ifPresent(sitesBack::add));
		return new Edit(sitesBack, back, added, sitesAdded, devicesBack);
	}
}
