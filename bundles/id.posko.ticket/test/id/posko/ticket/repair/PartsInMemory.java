package id.posko.ticket.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import id.posko.kit.DeviceKey;

/** Needed parts that lie in memory. */
final class PartsInMemory implements NeededParts {

	private final TreeMap<Long, PartNeeded> kept = new TreeMap<>();

	@Override
	public synchronized PartNeeded ask(PartDraft draft, String by, Instant at) {
		PartNeeded part = new PartNeeded(kept.size() + 1L, draft, by, at, List.of());
		kept.put(part.number(), part);
		return part;
	}

	@Override
	public synchronized Optional<PartNeeded> find(long number) {
		return Optional.ofNullable(kept.get(number));
	}

	private synchronized List<PartNeeded> those(Predicate<PartNeeded> which) {
		return kept.values().stream().filter(which).toList();
	}

	@Override
	public List<PartNeeded> open() {
		return those(part -> !part.status().isOver());
	}

	@Override
	public List<PartNeeded> all() {
		return those(_ -> true);
	}

	@Override
	public List<PartNeeded> of(DeviceKey device) {
		return those(part -> part.draft().device().equals(device));
	}

	@Override
	public List<PartNeeded> ofRun(String run) {
		return those(part -> part.draft().run().equals(run));
	}

	@Override
	public synchronized boolean add(PartNeeded moved) {
		if (kept.get(moved.number()).version() != moved.version() - 1) {
			return false;
		}
		kept.put(moved.number(), moved);
		return true;
	}
}
