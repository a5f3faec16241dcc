package id.posko.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import id.posko.kit.DeviceKey;
import id.posko.ticket.repair.NeededParts;
import id.posko.ticket.repair.PartDraft;
import id.posko.ticket.repair.PartNeeded;

/** Parts that lie in memory. */
final class PartsInMemory implements NeededParts {

	private final TreeMap<Long, PartNeeded> parts = new TreeMap<>();

	@Override
	public PartNeeded ask(PartDraft draft, String by, Instant at) {
		PartNeeded part = new PartNeeded(parts.size() + 1L, draft, by, at, List.of());
		parts.put(part.number(), part);
		return part;
	}

	@Override
	public Optional<PartNeeded> find(long number) {
		return Optional.ofNullable(parts.get(number));
	}

	@Override
	public List<PartNeeded> open() {
		return all().stream().filter(part -> !part.status().isOver()).toList();
	}

	@Override
	public List<PartNeeded> all() {
		return List.copyOf(parts.values());
	}

	@Override
	public List<PartNeeded> of(DeviceKey device) {
		return all().stream().filter(part -> part.draft().device().equals(device)).toList();
	}

	@Override
	public List<PartNeeded> ofRun(String run) {
		return all().stream().filter(part -> part.draft().run().equals(run)).toList();
	}

	@Override
	public boolean add(PartNeeded moved) {
		return parts.put(moved.number(), moved).version() == moved.version() - 1;
	}
}
