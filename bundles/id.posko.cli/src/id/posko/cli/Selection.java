package id.posko.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;

/** The devices that a command's arguments mean; says so where there are none. */
record Selection(Call call, Fleet fleet) {

	/** The office of that code. */
	Optional<Site> site(String code) {
		Optional<Site> found = RegionCode.isWellFormed(code) ? fleet.site(new RegionCode(code)) : Optional.empty();
		if (found.isEmpty()) {
			call.say("selection.no_site", code);
		}
		return found;
	}

	/** Those of the site (null: any) with the name (null: any); empty if that is nothing that exists. */
	Optional<List<Device>> devices(String site, String name) {
		if (fleet.devices().isEmpty()) {
			call.say("inventory.empty");
			return Optional.empty();
		}
		if (site != null && site(site).isEmpty()) {
			return Optional.empty();
		}
		List<Device> found = (name == null ? List.copyOf(fleet.devices()) : fleet.named(name)).stream()
				.filter(device -> site == null || device.site().equals(new RegionCode(site))).toList();
		if (found.isEmpty()) {
			call.say("selection.no_device", name == null ? site : name);
			return Optional.empty();
		}
		return Optional.of(found);
	}

	/** The one device of that name, or of that {@code CODE/NAME}. */
	Optional<Device> device(String name) {
		Optional<List<Device>> found = devices(null, name);
		if (found.isPresent() && found.get().size() > 1) {
			call.say("selection.several", name,
					found.get().stream().map(device -> device.key().toString()).collect(Collectors.joining(", ")));
			return Optional.empty();
		}
		return found.map(List::getFirst);
	}
}
