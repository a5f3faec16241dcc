package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges one change against a fleet: either it has problems, or an edit that makes it. */
final class ChangeJudge {

	private final Fleet fleet;
	private final List<Problem> problems = new ArrayList<>();

	ChangeJudge(Fleet fleet) {
		this.fleet = fleet;
	}

	List<Problem> problems() {
		return List.copyOf(problems);
	}

	/** Empty if there are problems. */
	Optional<Edit> judge(Change change) {
		Optional<Edit> edit = switch (change) {
			case Change.AddSite(Entry site) -> putSite(Optional.empty(), site);
			case Change.ChangeSite(RegionCode code, Entry to) ->
				known(code).flatMap(old -> putSite(Optional.of(old), to));
			case Change.RemoveSite(RegionCode code) -> known(code).map(this::remove);
			case Change.AddDevice(RegionCode site, Entry device) -> putDevice(Optional.empty(), site, device);
			case Change.ChangeDevice(DeviceKey key, Entry to) ->
				known(key).flatMap(old -> putDevice(Optional.of(old), key.site(), to));
			case Change.RemoveDevice(DeviceKey key) -> known(key).map(this::remove);
		};
		edit.ifPresent(this::refuseLoops);
		return problems.isEmpty() ? edit : Optional.empty();
	}

	private Optional<Site> known(RegionCode code) {
		Optional<Site> site = fleet.site(code);
		if (site.isEmpty()) {
			problems.add(Problem.of(Rule.NO_SITE, Field.REGION_CODE, code.text()));
		}
		return site;
	}

	private Optional<Device> known(DeviceKey key) {
		Optional<Device> device = fleet.device(key);
		if (device.isEmpty()) {
			problems.add(Problem.of(Rule.NO_DEVICE, Field.DEVICE_NAME, Texts.quoted(key.toString())));
		}
		return device;
	}

	private EntryReader reader(Entry entry) {
		return new EntryReader(entry, EnumSet.noneOf(Field.class), problems::add);
	}

	private Optional<Edit> putSite(Optional<Site> old, Entry typed) {
		EntryReader reader = reader(typed);
		Optional<RegionCode> code = old.isPresent() && !typed.has(Field.REGION_CODE) ? old.map(Site::code)
				: reader.code();
		boolean stays = old.isPresent() && code.equals(old.map(Site::code));
		if (!stays && code.flatMap(fleet::site).isPresent()) {
			reader.wrong(Rule.SITE_EXISTS, Field.REGION_CODE, code.get().text());
		}
		Optional<Site> site = code.flatMap(c -> reader.site(c, old));
		return site.map(s -> stays || old.isEmpty() ? Edit.put(List.of(s), List.of()) : move(old.get(), s));
	}

	private Edit move(Site from, Site to) {
		Map<DeviceKey, DeviceKey> renamed = fleet.devicesAt(from.code()).stream()
				.collect(Collectors.toMap(Device::key, device -> new DeviceKey(to.code(), device.name())));
		return new Edit(List.of(to), renamed, Set.of(), Set.of(from.code()), followers(renamed));
	}

	/** Devices that were set behind a renamed one, set behind it again. */
	private List<Device> followers(Map<DeviceKey, DeviceKey> renamed) {
		return fleet.devices().stream().filter(device -> device.parent().filter(renamed::containsKey).isPresent())
				.map(device -> with(device, renamed.getOrDefault(device.key(), device.key()),
						device.parent().map(renamed::get)))
				.toList();
	}

	private static Device with(Device device, DeviceKey key, Optional<DeviceKey> parent) {
		return new Device(key, device.kind(), device.address(), device.serial(), device.assetTag(), device.kit(),
				parent, device.notes(), device.access());
	}

	private Optional<Edit> putDevice(Optional<Device> old, RegionCode site, Entry typed) {
		EntryReader reader = reader(typed);
		ParentNames names = new ParentNames(fleet.devices().stream().map(Device::key).toList());
		old.map(Device::key).ifPresent(names::remove);
		Optional<RegionCode> code = typed.has(Field.REGION_CODE) ? reader.code() : Optional.of(site);
		if (code.isPresent() && fleet.site(code.get()).isEmpty()) {
			reader.wrong(Rule.NO_SITE, Field.REGION_CODE, code.get().text());
		}
		Optional<String> name = reader.deviceName(old);
		DeviceKey key = new DeviceKey(code.orElse(site), name.orElse(""));
		names.find(key).ifPresent(taken -> reader.wrong(taken.equals(key) ? Rule.DEVICE_EXISTS : Rule.OTHER_CASE,
				Field.DEVICE_NAME, Texts.quoted(taken.name())));
		if (name.isPresent()) {
			names.add(key);
		}
		return reader.device(key, old, names).map(device -> old.filter(o -> !o.key().equals(key))
				.map(o -> rename(o.key(), device)).orElseGet(() -> Edit.put(List.of(), List.of(device))));
	}

	private Edit rename(DeviceKey from, Device to) {
		Map<DeviceKey, DeviceKey> renamed = Map.of(from, to.key());
		List<Device> devices = new ArrayList<>(followers(renamed));
		devices.removeIf(device -> device.key().equals(to.key()));
		devices.add(to);
		return new Edit(List.of(), renamed, Set.of(), Set.of(), devices);
	}

	private Edit remove(Device device) {
		Set<DeviceKey> removed = Set.of(device.key());
		return new Edit(List.of(), Map.of(), removed, Set.of(), orphans(removed));
	}

	private Edit remove(Site site) {
		Set<DeviceKey> removed = fleet.devicesAt(site.code()).stream().map(Device::key)
				.collect(Collectors.toCollection(HashSet::new));
		return new Edit(List.of(), Map.of(), removed, Set.of(site.code()), orphans(removed));
	}

	/** Devices that were set behind a removed one, without that parent. */
	private List<Device> orphans(Set<DeviceKey> removed) {
		return fleet.devices().stream()
				.filter(device -> !removed.contains(device.key()))
				.filter(device -> device.parent().filter(removed::contains).isPresent())
				.map(device -> with(device, device.key(), Optional.empty())).toList();
	}

	private void refuseLoops(Edit edit) {
		if (!problems.isEmpty()) {
			return;
		}
		Map<DeviceKey, Device> put = new HashMap<>();
		edit.devices().forEach(device -> put.put(device.key(), device));
		for (List<DeviceKey> loop : Loops.in(edit.on(fleet))) {
			DeviceKey from = loop.stream().filter(put::containsKey).findFirst().orElse(loop.getFirst());
			problems.add(Problem.of(Rule.LOOP, Field.PARENT, Loops.said(loop, from)));
		}
	}
}
