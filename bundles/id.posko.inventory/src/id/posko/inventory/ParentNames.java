package id.posko.inventory;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the device a text means, {@code name} in the same office or {@code code/name}; capitals do not matter. */
final class ParentNames {

	private final Map<DeviceKey, DeviceKey> known = new HashMap<>();

	ParentNames(Collection<DeviceKey> keys) {
		keys.forEach(this::add);
	}

	void add(DeviceKey key) {
		known.putIfAbsent(lower(key), key);
	}

	void remove(DeviceKey key) {
		known.remove(lower(key), key);
	}

	/** The key as first told, which may differ from the given in capitals. */
	Optional<DeviceKey> find(DeviceKey key) {
		return Optional.ofNullable(known.get(lower(key)));
	}

	Optional<DeviceKey> find(RegionCode site, String text) {
		int slash = text.indexOf('/');
		String code = slash < 0 ? "" : text.substring(0, slash).strip();
		Optional<DeviceKey> elsewhere = RegionCode.isWellFormed(code)
				? find(new DeviceKey(new RegionCode(code), text.substring(slash + 1).strip()))
				: Optional.empty();
		return elsewhere.or(() -> find(new DeviceKey(site, text)));
	}

	static DeviceKey lower(DeviceKey key) {
		return new DeviceKey(key.site(), key.name().toLowerCase(Locale.ROOT));
	}
}
