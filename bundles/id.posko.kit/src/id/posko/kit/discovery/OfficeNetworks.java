package id.posko.kit.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Site;

/** What the list tells about where devices are and how they are asked. Names of hosts are not looked up. */
public final class OfficeNetworks {

	private static final String USUAL_COMMUNITY = "public";
	private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
	private static final Pattern DATABASE = Pattern.compile("jdbc:[^?]*[@/][^/@:]+:(\\d{1,5})[/:].*");

	private final Fleet fleet;
	private final Map<InetAddress, List<Device>> known;

	public OfficeNetworks(Fleet fleet) {
		this.fleet = fleet;
		known = fleet.devices().stream().filter(device -> literal(device).isPresent())
				.collect(Collectors.groupingBy(device -> literal(device).orElseThrow()));
	}

	private static Optional<InetAddress> literal(Device device) {
		return device.address().flatMap(Address::literal);
	}

	/** The devices of the list that have this address. */
	public List<Device> known(InetAddress address) {
		return known.getOrDefault(address, List.of());
	}

	/** The office of a device that is known here. */
	public Site siteOf(Device device) {
		return fleet.siteOf(device);
	}

	/** The private networks in which offices have devices, in the order of the offices. */
	public Map<Range, Site> networks() {
		Map<Range, Site> networks = new LinkedHashMap<>();
		for (Device device : fleet.devices()) {
			literal(device).filter(Inet4Address.class::isInstance).map(a -> Range.around((Inet4Address) a))
					.filter(Range::isPrivate).ifPresent(range -> networks.putIfAbsent(range, fleet.siteOf(device)));
		}
		return networks;
	}

	/** The office that has the most devices in the address' network. */
	public Optional<Site> office(InetAddress address) {
		return address instanceof Inet4Address v4
				? most(fleet.devices().stream().filter(device -> literal(device).filter(Inet4Address.class::isInstance)
						.filter(a -> Range.around((Inet4Address) a).equals(Range.around(v4))).isPresent()).map(fleet::siteOf))
				: Optional.empty();
	}

	/** The community that most devices are asked by. */
	public String community() {
		return most(fleet.devices().stream().flatMap(device -> device.access().get("snmp.community").stream()))
				.orElse(USUAL_COMMUNITY);
	}

	private static <T> Optional<T> most(Stream<T> all) {
		Map<T, Long> counts = all.collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
		return counts.entrySet().stream().max(Comparator.comparingLong(Entry::getValue)).map(Entry::getKey);
	}

	/** The ports at which devices of the list are asked. */
	public Set<Door> doors() {
		Set<Door> doors = new HashSet<>();
		for (Device device : fleet.devices()) {
			device.address().filter(a -> a.port().isPresent())
					.ifPresent(a -> doors.add(new Door(a.port().getAsInt(), service(device))));
			port(device, "ssh.port").ifPresent(port -> doors.add(new Door(port, Door.Service.SSH)));
			device.access().get("db.url").map(DATABASE::matcher).filter(Matcher::matches)
					.flatMap(url -> port(url.group(1))).ifPresent(port -> doors.add(new Door(port, Door.Service.TCP)));
			port(device, "camera.rtsp").ifPresent(port -> doors.add(new Door(port, Door.Service.RTSP)));
		}
		return doors;
	}

	private static Optional<Integer> port(Device device, String setting) {
		return device.access().get(setting).flatMap(OfficeNetworks::port);
	}

	private static Optional<Integer> port(String text) {
		return Optional.of(text).filter(PORT.asMatchPredicate()).map(Integer::parseInt).filter(port -> port < 65_536);
	}

	private static Door.Service service(Device device) {
		boolean isUps = device.kind() == DeviceKind.UPS_SERVER || device.kind() == DeviceKind.UPS_CLIENT;
		if (!isUps) {
			return device.kind() == DeviceKind.CAMERA ? Door.Service.RTSP : Door.Service.TCP;
		}
		return switch (device.access().get("ups.protocol").orElse("").toLowerCase(Locale.ROOT)) {
		case "nut" -> Door.Service.NUT;
		case "apcupsd" -> Door.Service.APCUPSD;
		default -> switch (device.address().orElseThrow().port().orElse(0)) {
		case 3493 -> Door.Service.NUT;
		case 3551 -> Door.Service.APCUPSD;
		default -> Door.Service.SNMP;
		};
		};
	}
}
