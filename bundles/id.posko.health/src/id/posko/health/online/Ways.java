package id.posko.health.online;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import id.posko.health.Cause;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;

/** Finds in an office's devices the ways that the first four steps of the SOP ask for. */
final class Ways {

	private final Fleet fleet;
	private final Site site;
	private final List<Device> servers;
	private final List<Way> ways = new ArrayList<>();

	private Ways(Fleet fleet, Site site) {
		this.fleet = fleet;
		this.site = site;
		servers = at(DeviceKind.AFIS_SERVER);
	}

	/** At least one for each of the steps 1 to 4. */
	static List<Way> of(Fleet fleet, Site site) {
		Ways found = new Ways(fleet, site);
		found.fromServers(OnlineStep.MODEM, true);
		found.fromServers(OnlineStep.DATA_CENTRE, false);
		found.fromClients();
		found.fromServers(OnlineStep.NID_SERVER, true);
		return found.ways;
	}

	private List<Device> at(DeviceKind kind) {
		return fleet.devicesAt(site.code()).stream().filter(device -> device.kind() == kind)
				.sorted(Comparator.comparing(Device::key)).toList();
	}

	private void fromServers(OnlineStep step, boolean orConsole) {
		if (servers.isEmpty()) {
			add(step, Optional.empty(), target(step, Optional.empty()), orConsole,
					orConsole ? Optional.empty() : Optional.of(Cause.of("online_no_afis")));
		}
		for (Device server : servers) {
			add(step, Optional.of(server), target(step, Optional.of(server)), orConsole, Optional.empty());
		}
	}

	private void fromClients() {
		List<Device> clients = at(DeviceKind.CLIENT_PC);
		if (clients.isEmpty()) {
			add(OnlineStep.AFIS_SERVER, Optional.empty(), servers.stream().findFirst(), false,
					Optional.of(Cause.of("online_no_client")));
		}
		for (Device client : clients) {
			add(OnlineStep.AFIS_SERVER, Optional.of(client), onPath(client, DeviceKind.AFIS_SERVER), false,
					Optional.empty());
		}
	}

	private void add(OnlineStep step, Optional<Device> from, Optional<Device> to, boolean orConsole,
			Optional<Cause> missing) {
		Optional<Cause> why = missing.or(() -> to.isEmpty() ? Optional.of(Cause.of(absent(step))) : Optional.empty())
				.or(() -> to.get().address().isEmpty() ? Optional.of(Cause.of("online_no_address", to.get().name()))
						: Optional.empty());
		boolean inOffice = step == OnlineStep.MODEM || step == OnlineStep.AFIS_SERVER;
		ways.add(new Way(step, from, to, orConsole, inOffice, why,
				step == OnlineStep.NID_SERVER ? to.flatMap(this::copied) : Optional.empty()));
	}

	private static String absent(OnlineStep step) {
		return switch (step) {
		case MODEM -> "online_no_modem";
		case DATA_CENTRE -> "online_no_centre";
		case AFIS_SERVER, COUNTER -> "online_no_afis";
		case NID_SERVER -> "online_no_nid";
		};
	}

	private Optional<Device> target(OnlineStep step, Optional<Device> server) {
		return switch (step) {
		case MODEM -> server.flatMap(from -> onPath(from, DeviceKind.MODEM)).or(() -> first(DeviceKind.MODEM))
				.or(() -> first(DeviceKind.ROUTER));
		case DATA_CENTRE -> server.flatMap(from -> onPath(from, DeviceKind.DATA_CENTRE))
				.or(() -> nearest(DeviceKind.DATA_CENTRE));
		case NID_SERVER -> nearest(DeviceKind.NID_SERVER);
		case AFIS_SERVER, COUNTER -> server;
		};
	}

	private Optional<Device> first(DeviceKind kind) {
		return at(kind).stream().findFirst();
	}

	private Optional<Device> onPath(Device device, DeviceKind kind) {
		return fleet.path(device).stream().filter(step -> step.kind() == kind).findFirst();
	}

	/** The office's own, else the one whose office's code has most in common with its code. */
	private Optional<Device> nearest(DeviceKind kind) {
		return fleet.devices().stream().filter(device -> device.kind() == kind)
				.max(Comparator.comparingInt((Device device) -> shared(device.site()))
						.thenComparing(Device::key, Comparator.reverseOrder()));
	}

	private int shared(RegionCode other) {
		String ours = site.code().digits();
		String theirs = other.digits();
		int same = 0;
		while (same < Math.min(ours.length(), theirs.length()) && ours.charAt(same) == theirs.charAt(same)) {
			same++;
		}
		return ours.equals(theirs) ? Integer.MAX_VALUE : same;
	}

	/** The SOP's step 4 names the AFIS server's address: where the list has copied that, it is said. */
	private Optional<Cause> copied(Device nid) {
		return nid.address().flatMap(address -> Stream.concat(servers.stream(), fleet.devicesAt(nid.site()).stream())
				.filter(device -> device.kind() == DeviceKind.AFIS_SERVER)
				.filter(device -> device.address().filter(own -> own.host().equalsIgnoreCase(address.host())).isPresent())
				.findFirst()).map(afis -> Cause.of("online_nid_is_afis", nid.address().get().host(), afis.name()));
	}
}
