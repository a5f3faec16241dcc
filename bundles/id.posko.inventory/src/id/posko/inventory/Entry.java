package id.posko.inventory;

import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.LinkKind;
import id.posko.kit.Site;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fields as they are typed, in a list's row or in a form. A field that is not there is left as it is; one that is
 * there and blank is cleared.
 */
public record Entry(Map<Field, String> texts) {

	public Entry {
		Map<Field, String> copy = new EnumMap<>(Field.class);
		copy.putAll(texts);
		texts = Collections.unmodifiableMap(copy);
	}

	public static Entry of(Site site) {
		Map<Field, String> texts = new EnumMap<>(Field.class);
		texts.put(Field.REGION_CODE, site.code().text());
		texts.put(Field.SITE_NAME, site.name());
		texts.put(Field.SITE_KIND, site.kind().name());
		texts.put(Field.LINK, site.link() == LinkKind.UNSPECIFIED ? "" : site.link().name());
		return new Entry(texts);
	}

	/** A device with its office: a whole row of a list. */
	public static Entry of(Site site, Device device) {
		Map<Field, String> texts = new EnumMap<>(of(site).texts);
		texts.put(Field.KIND, device.kind().name());
		texts.put(Field.DEVICE_NAME, device.name());
		texts.put(Field.ADDRESS, device.address().map(Address::toString).orElse(""));
		texts.put(Field.SERIAL, device.serial());
		texts.put(Field.ASSET_TAG, device.assetTag());
		texts.put(Field.KIT, device.kit() == 0 ? "" : String.valueOf(device.kit()));
		texts.put(Field.PARENT, device.parent().map(parent -> parentText(device.key(), parent)).orElse(""));
		texts.put(Field.NOTES, device.notes());
		texts.put(Field.ACCESS, device.access().toString());
		return new Entry(texts);
	}

	/** In the same office the name alone, unless it could be read as another office's device. */
	private static String parentText(DeviceKey child, DeviceKey parent) {
		return parent.site().equals(child.site()) && parent.name().indexOf('/') < 0 ? parent.name() : parent.toString();
	}

	public Entry with(Field field, String text) {
		Map<Field, String> changed = new EnumMap<>(Field.class);
		changed.putAll(texts);
		changed.put(field, text);
		return new Entry(changed);
	}

	public boolean has(Field field) {
		return texts.containsKey(field);
	}

	/** Empty if the field is not there. */
	public Optional<String> text(Field field) {
		return Optional.ofNullable(texts.get(field));
	}
}
