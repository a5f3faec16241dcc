package id.posko.health;

import java.util.List;

import id.posko.kit.Device;
import id.posko.kit.Fleet;

/** The questions that can be asked here. */
public record Checks(List<Check> all) {

	public Checks {
		all = List.copyOf(all);
	}

	/** Those that make sense for this device; empty if it can not be measured. */
	public List<Check> suiting(Device device, Fleet fleet) {
		return all.stream().filter(check -> check.suits(device, fleet)).toList();
	}
}
