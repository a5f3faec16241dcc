package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.discovery.Discovered;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Devices that were found on the network, as they would stand in the list. */
public final class Proposals {

	private static final int LONGEST_NAME = 60;

	private final Labels labels;

	public Proposals(Locale locale) {
		labels = new Labels(locale);
	}

	/**
	 * New devices of the office: of the guessed kind, called by their own name or by kind and number, no two of the
	 * office alike.
	 *
	 * @param otherwise the kind of those without a guess, which are left out without it
	 */
	public List<Entry> entries(Fleet fleet, Site site, List<Discovered> found, Optional<DeviceKind> otherwise) {
		Set<String> taken = fleet.devicesAt(site.code()).stream().map(Device::name).map(Proposals::lower)
				.collect(Collectors.toCollection(HashSet::new));
		List<Entry> entries = new ArrayList<>();
		for (Discovered device : found) {
			device.guess().map(g -> g.kind()).or(() -> otherwise)
					.ifPresent(kind -> entries.add(entry(site, device, kind, name(device, kind, taken))));
		}
		return entries;
	}

	private static Entry entry(Site site, Discovered device, DeviceKind kind, String name) {
		return Entry.of(site).with(Field.KIND, kind.name()).with(Field.DEVICE_NAME, name)
				.with(Field.ADDRESS, device.address().toString()).with(Field.ACCESS, device.access().toString());
	}

	private String name(Discovered device, DeviceKind kind, Set<String> taken) {
		String own = device.name().replace('/', ' ').strip();
		String first = own.isEmpty() ? labels.of(kind) + " " + number(device.host())
				: own.substring(0, Math.min(own.length(), LONGEST_NAME)).strip();
		String name = first;
		for (int i = 2; !taken.add(lower(name)); i++) {
			name = first + " (" + i + ")";
		}
		return name;
	}

	/** By which people in the office tell addresses apart: the last part. */
	private static String number(InetAddress address) {
		String text = address.getHostAddress().replaceFirst("%.*", "");
		return text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf(':')) + 1);
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}
}
