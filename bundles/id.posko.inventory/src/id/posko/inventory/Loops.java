package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Devices that stand behind themselves. */
final class Loops {

	private static final int SAID = 6;

	private Loops() {
	}

	/** Every loop once, child before parent. */
	static List<List<DeviceKey>> in(Fleet fleet) {
		List<List<DeviceKey>> loops = new ArrayList<>();
		Set<DeviceKey> settled = new HashSet<>();
		for (Device start : fleet.devices()) {
			Map<DeviceKey, Integer> walked = new LinkedHashMap<>();
			Optional<DeviceKey> at = Optional.of(start.key());
			while (at.isPresent() && !settled.contains(at.get()) && !walked.containsKey(at.get())) {
				walked.put(at.get(), walked.size());
				at = fleet.parent(at.get()).map(Device::key);
			}
			if (at.isPresent() && walked.containsKey(at.get())) {
				loops.add(List.copyOf(walked.keySet()).subList(walked.get(at.get()), walked.size()));
			}
			settled.addAll(walked.keySet());
		}
		return loops;
	}

	/** The way round from one of its devices, for a sentence. */
	static String said(List<DeviceKey> loop, DeviceKey from) {
		int start = loop.indexOf(from);
		List<String> names = new ArrayList<>();
		for (int i = 0; i < Math.min(loop.size(), SAID); i++) {
			names.add(Texts.quoted(loop.get((start + i) % loop.size()).name()));
		}
		if (loop.size() > SAID) {
			names.add("…");
		}
		names.add(Texts.quoted(from.name()));
		return names.stream().collect(Collectors.joining(" → "));
	}
}
