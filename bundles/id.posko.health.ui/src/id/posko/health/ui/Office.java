package id.posko.health.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.posko.health.DeviceHealth;
import id.posko.health.State;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;

/** The offices as a tree by their region codes, each with how its own devices and those below it are. */
record Office(Site site, Counts own, Counts all, List<Office> below) {

	/** The offices that lie in no other, by code. */
	static List<Office> tree(Fleet fleet, List<DeviceHealth> healths) {
		Map<RegionCode, List<State>> states = new HashMap<>();
		healths.forEach(health -> states.computeIfAbsent(health.device().site(), _ -> new ArrayList<>())
				.add(health.state()));
		List<Site> sites = fleet.sites().stream().sorted(Comparator.comparing(Site::code)).toList();
		List<Office> tops = new ArrayList<>();
		int next = 0;
		while (next < sites.size()) {
			int end = next + 1;
			while (end < sites.size() && sites.get(next).code().contains(sites.get(end).code())) {
				end++;
			}
			tops.add(office(sites.subList(next, end), states));
			next = end;
		}
		return tops;
	}

	private static Office office(List<Site> family, Map<RegionCode, List<State>> states) {
		Site site = family.getFirst();
		Counts own = Counts.of(states.getOrDefault(site.code(), List.of()));
		List<Office> below = new ArrayList<>();
		int next = 1;
		while (next < family.size()) {
			int end = next + 1;
			while (end < family.size() && family.get(next).code().contains(family.get(end).code())) {
				end++;
			}
			below.add(office(family.subList(next, end), states));
			next = end;
		}
		Counts all = own;
		for (Office office : below) {
			all = all.plus(office.all);
		}
		return new Office(site, own, all, below);
	}
}
