package id.posko.kit;

import java.util.Objects;
import java.util.Optional;

/**
 * One device of an office. Texts are never null; an absent one is empty. {@code kit} is 1 or 2, or 0 where the device
 * belongs to no kit or to both. {@code parent} is set by hand only; otherwise {@link Fleet} derives it by kind.
 */
public record Device(DeviceKey key, DeviceKind kind, Optional<Address> address, String serial, String assetTag,
		int kit, Optional<DeviceKey> parent, String notes, Access access) {

	public Device {
		Objects.requireNonNull(key);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(address);
		Objects.requireNonNull(serial);
		Objects.requireNonNull(assetTag);
		Objects.requireNonNull(parent);
		Objects.requireNonNull(notes);
		Objects.requireNonNull(access);
		if (kit < 0 || kit > 2) {
			throw new IllegalArgumentException("kit " + kit);
		}
	}

	/** With nothing set. */
	public Device(DeviceKey key, DeviceKind kind, Optional<Address> address, String serial, String assetTag, int kit,
			Optional<DeviceKey> parent, String notes) {
		this(key, kind, address, serial, assetTag, kit, parent, notes, Access.NONE);
	}

	public String name() {
		return key.name();
	}

	public RegionCode site() {
		return key.site();
	}
}
