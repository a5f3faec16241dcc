package id.posko.inventory;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/**
 * An audit of an office's devices: which of them the list had when it began, and what was found. Unchangeable; ticks are
 * only added.
 *
 * @param expected by name
 */
public record Stocktake(long number, RegionCode site, List<DeviceKey> expected, String begunBy, Instant begunAt,
		List<Tick> ticks, Optional<End> end) {

	public Stocktake {
		expected = List.copyOf(expected);
		ticks = List.copyOf(ticks);
	}

	/** @param device that was found; one with {@code isFound} false takes an earlier tick back */
	public record Tick(Instant at, String by, DeviceKey device, boolean isFound) {
	}

	public record End(Instant at, String by) {
	}

	/** How a device stands. */
	public enum State {
		/** In the list and there. */
		FOUND,
		/** In the list and not there, or not yet. */
		MISSING,
		/** There, but not in this office's list. */
		UNEXPECTED
	}

	/** @param tick the last that found it; empty if it is missing */
	public record Line(DeviceKey device, State state, Optional<Tick> tick) {
	}

	/** Those expected in their order, then what was not. */
	public List<Line> lines() {
		Map<DeviceKey, Tick> found = new LinkedHashMap<>();
		for (Tick tick : ticks) {
			found.remove(tick.device());
			if (tick.isFound()) {
				found.put(tick.device(), tick);
			}
		}
		SequencedSet<DeviceKey> known = new LinkedHashSet<>(expected);
		List<Line> lines = new ArrayList<>(known.stream().map(device -> new Line(device,
				found.containsKey(device) ? State.FOUND : State.MISSING, Optional.ofNullable(found.get(device)))).toList());
		found.values().stream().filter(Predicate.not(tick -> known.contains(tick.device())))
				.forEach(tick -> lines.add(new Line(tick.device(), State.UNEXPECTED, Optional.of(tick))));
		return lines;
	}

	public List<Line> lines(State state) {
		return lines().stream().filter(line -> line.state() == state).toList();
	}

	boolean isTicked(DeviceKey device) {
		return lines().stream().anyMatch(line -> line.device().equals(device) && line.tick().isPresent());
	}

	/** Nothing is missing and nothing too much. */
	public boolean isWhole() {
		return lines().stream().allMatch(line -> line.state() == State.FOUND);
	}
}
