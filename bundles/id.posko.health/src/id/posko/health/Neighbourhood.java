package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;

/** The offices, and which of them hang on one feeder of the mains; guarded by the board's lock. */
final class Neighbourhood {

	/** Access of any device of an office: the feeder (penyulang) that the office hangs on. */
	static final String FEEDER = "power.feeder";

	/** What goes within so long of each other goes together: an interval, its confirmation, and batteries that differ. */
	private static final Duration TOGETHER = Duration.ofMinutes(5);
	/** What a UPS said longer than that before an outage says nothing of it. */
	private static final Duration FRESH = Duration.ofMinutes(15);

	private final Map<RegionCode, List<Node>> offices;
	private final Map<RegionCode, String> feeders = new HashMap<>();

	Neighbourhood(Collection<Node> nodes) {
		offices = nodes.stream().filter(Neighbourhood::isThere).collect(Collectors.groupingBy(node -> node.device.site()));
		for (Node node : nodes) {
			node.device.access().get(FEEDER).ifPresent(name -> feeders.putIfAbsent(node.device.site(), name));
		}
	}

	/** What serves a website stands elsewhere: it has no part in the office's electricity. */
	private static boolean isThere(Node node) {
		return node.device.kind() != DeviceKind.WEBSITE;
	}

	/** Empty if the device can be reached, or others of its office and kit can, or it does not stand in its office. */
	Optional<PowerOrNetwork> judge(Node node) {
		if (!isThere(node)) {
			return Optional.empty();
		}
		Node cut = node.shown.state() == State.UNREACHABLE ? PathJudgement.cut(node) : null;
		boolean isCutAbove = cut != null && !cut.device.site().equals(node.device.site());
		Node gone = cut == null || isCutAbove ? node : cut;
		boolean isGone = gone.shown.state() == State.DOWN || isCutAbove && cut.shown.state() == State.DOWN;
		if (!isGone) {
			return Optional.empty();
		}
		Instant since = gone.shown.since();
		List<Node> office = offices.get(node.device.site());
		List<Node> kit = office.stream()
				.filter(each -> node.device.kit() != 0 && each.device.kit() == node.device.kit()).toList();
		boolean isWhole = isSilent(office, since);
		List<Node> together = isWhole ? office : kit;
		boolean isOne = gone.behind.isEmpty() && together.stream().filter(each -> lost(each).isPresent()).count() < 2;
		return !isOne && (isWhole || !kit.isEmpty() && isSilent(kit, since))
				? Optional.of(PowerOrNetwork.of(signs(node, together, isWhole, since,
						isCutAbove ? Optional.of(Spoken.device(cut.device, cut.site)) : Optional.empty())))
				: Optional.empty();
	}

	/** @param isWhole whether the whole office is gone: of one kit alone neither neighbours nor the line tell anything */
	private Signs signs(Node node, List<Node> gone, boolean isWhole, Instant since, Optional<String> cutAbove) {
		Optional<Supply> supply = supply(gone).filter(read -> read.read().isAfter(since.minus(FRESH)));
		boolean isRead = supply.filter(read -> read.read().isAfter(since)).isPresent();
		if (!isWhole) {
			return new Signs(supply.filter(Supply::isBattery), isRead, "", 0, 0, false, Optional.empty(), false);
		}
		RegionCode here = node.device.site();
		String feeder = feeders.getOrDefault(here, "");
		List<RegionCode> neighbours = feeders.entrySet().stream()
				.filter(each -> each.getValue().equalsIgnoreCase(feeder) && !each.getKey().equals(here))
				.map(Map.Entry::getKey).toList();
		List<RegionCode> dark = neighbours.stream().filter(office -> isDark(offices.get(office), since)).toList();
		long lit = neighbours.stream().filter(office -> !dark.contains(office))
				.filter(office -> supply(offices.get(office))
						.filter(read -> !read.isBattery() && read.read().isAfter(since)).isPresent())
				.count();
		boolean isDarkElsewhere = offices.keySet().stream().filter(Predicate.not(neighbours::contains))
				.filter(office -> !office.equals(here)).anyMatch(office -> isLost(offices.get(office), since));
		return new Signs(supply, isRead, feeder, dark.size(), (int) lit, isDarkElsewhere, cutAbove,
				othersAnswer(node, since));
	}

	private boolean othersAnswer(Node node, Instant since) {
		return Stream.of(node.ancestors).filter(above -> !above.device.site().equals(node.device.site()))
				.anyMatch(above -> answered(above, since))
				|| offices.entrySet().stream().filter(office -> !office.getKey().equals(node.device.site()))
						.anyMatch(office -> office.getValue().stream().anyMatch(each -> answered(each, since)));
	}

	/** Gone at about that time, or living on its battery. */
	private static boolean isDark(List<Node> office, Instant at) {
		return supply(office).filter(read -> read.isBattery() && read.read().isAfter(at.minus(FRESH))).isPresent()
				|| isLost(office, at);
	}

	private static boolean isLost(List<Node> office, Instant at) {
		Optional<Instant> first = office.stream().map(Neighbourhood::lost).flatMap(Optional::stream)
				.filter(lost -> Duration.between(at, lost).abs().compareTo(TOGETHER) <= 0).min(Comparator.naturalOrder());
		return first.isPresent() && isSilent(office, first.get());
	}

	/** Whether nothing has answered since then but a UPS that lives on its battery. */
	private static boolean isSilent(List<Node> devices, Instant since) {
		return devices.stream().noneMatch(node -> answered(node, since)
				&& supply(List.of(node)).filter(Supply::isBattery).isEmpty());
	}

	private static boolean answered(Node node, Instant since) {
		return node.checks.stream().map(CheckHealth::course)
				.anyMatch(course -> course.goodSince() != null && course.lastGood().isAfter(since));
	}

	/** Since when it does not answer; empty if it does, or was not asked. */
	private static Optional<Instant> lost(Node node) {
		return switch (node.shown.state()) {
			case DOWN, UNREACHABLE -> Optional.of(node.shown.since());
			case UP, DEGRADED, UNKNOWN, NOT_MEASURED -> node.silent() ? node.checks.stream().map(CheckHealth::course)
					.filter(Course::failing).map(Course::firstLost).min(Comparator.naturalOrder()) : Optional.empty();
			case MAINTENANCE -> Optional.empty();
		};
	}

	/** What the UPS of these that was read last said. */
	private static Optional<Supply> supply(List<Node> devices) {
		return devices.stream()
				.filter(node -> node.device.kind() == DeviceKind.UPS_SERVER || node.device.kind() == DeviceKind.UPS_CLIENT)
				.flatMap(node -> node.checks.stream()).map(check -> check.course().found())
				.filter(found -> found != null).map(Supply::of).flatMap(Optional::stream)
				.max(Comparator.comparing(Supply::read));
	}
}
