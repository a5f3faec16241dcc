package id.posko.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.health.Acknowledgement;
import id.posko.health.BatteryAgeing;
import id.posko.health.DeviceHealth;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;

/** How a device is, as one line for a person or a program. */
final class HealthLines {

	private final Call call;
	private final boolean json;

	HealthLines(Call call, boolean json) {
		this.call = call;
		this.json = json;
	}

	void tell(DeviceHealth health, Fleet fleet) {
		tell(health, fleet, Optional.empty());
	}

	void tell(DeviceHealth health, Fleet fleet, Optional<BatteryAgeing> ageing) {
		Site site = fleet.siteOf(health.device());
		Optional<String> battery = ageing.flatMap(BatteryAgeing::cause).map(cause -> cause.sentence(call.locale()));
		call.out().println(json ? json(health, site).put("battery", battery)
				: text(health, site) + battery.map(" "::concat).orElse(""));
		call.out().flush();
	}

	private static boolean isAsked(DeviceHealth health) {
		return health.state() != State.NOT_MEASURED;
	}

	private JsonLine json(DeviceHealth health, Site site) {
		Device device = health.device();
		return new JsonLine().put("device", device.name()).put("site", site.name()).put("siteCode", site.code())
				.put("kind", device.kind().name()).put("address", device.address()).put("state", health.state().code())
				.put("cause", health.verdict().cause().code())
				.put("sentence", health.verdict().cause().sentence(call.locale())).put("rttMs", health.roundTrip())
				.put("lossPercent", health.lossPercent().isPresent() ? health.lossPercent().getAsInt() : null)
				.put("method", isAsked(health) ? health.verdict().evidence().method() : null)
				.put("responder", health.verdict().evidence().responder()).put("since", health.verdict().since())
				.put("at", health.lastAnswer().orElse(health.verdict().since()))
				.put("acknowledged", known(health).map(HealthLines::json));
	}

	private static Optional<Acknowledgement> known(DeviceHealth health) {
		return health.acknowledged().filter(known -> known.holds(Instant.now()));
	}

	private static JsonLine json(Acknowledgement known) {
		return new JsonLine().put("by", known.by()).put("note", known.note()).put("at", known.at())
				.put("until", known.until());
	}

	private String text(DeviceHealth health, Site site) {
		Device device = health.device();
		return "%-14s %-44s %-18s %9s  %s".formatted(state(health.state()), site.name() + " · " + device.name(),
				device.address().map(Object::toString).orElse("–"), health.roundTrip().map(this::millis).orElse(""),
				health.state() == State.UP ? "" : health.verdict().cause().sentence(call.locale())
						+ known(health).map(known -> " " + known.sentence(call.locale(), Instant.now())).orElse(""))
				.stripTrailing();
	}

	String state(State state) {
		return call.words().say("state." + state.name());
	}

	private String millis(Duration roundTrip) {
		return String.format(call.locale(), "%.1f ms", roundTrip.toNanos() / 1e6);
	}

	/** How many devices are in each state, the states without any left out. */
	String totals(Collection<DeviceHealth> healths) {
		Map<State, Long> counts = healths.stream().collect(Collectors.groupingBy(DeviceHealth::state,
				() -> new EnumMap<>(State.class), Collectors.counting()));
		return counts.entrySet().stream().map(count -> state(count.getKey()) + " " + count.getValue())
				.collect(Collectors.joining(", "));
	}

	/** 0 if all that is asked answers as it should, else 1; what is in maintenance or can not be asked is left out. */
	static int code(Collection<DeviceHealth> healths) {
		List<State> unwell = List.of(State.DEGRADED, State.DOWN, State.UNREACHABLE, State.UNKNOWN);
		return healths.stream().map(DeviceHealth::state).anyMatch(unwell::contains) ? Call.NOT_WELL : Call.WELL;
	}
}
