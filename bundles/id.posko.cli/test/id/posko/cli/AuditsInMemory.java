package id.posko.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import id.posko.inventory.Stocktake;
import id.posko.inventory.Stocktakes;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** Audits that lie in memory. */
final class AuditsInMemory implements Stocktakes {

	private final TreeMap<Long, Stocktake> all = new TreeMap<>();

	@Override
	public Stocktake begin(RegionCode site, List<DeviceKey> expected, String by, Instant at) {
		Stocktake audit = new Stocktake(all.size() + 1L, site, expected, by, at, List.of(), Optional.empty());
		all.put(audit.number(), audit);
		return audit;
	}

	@Override
	public Optional<Stocktake> find(long number) {
		return Optional.ofNullable(all.get(number));
	}

	@Override
	public List<Stocktake> all() {
		return List.copyOf(all.descendingMap().values());
	}

	@Override
	public boolean tick(long number, Stocktake.Tick tick) {
		List<Stocktake.Tick> ticks = new ArrayList<>(all.get(number).ticks());
		ticks.add(tick);
		return put(number, ticks, Optional.empty());
	}

	@Override
	public boolean end(long number, Stocktake.End end) {
		return put(number, all.get(number).ticks(), Optional.of(end));
	}

	private boolean put(long number, List<Stocktake.Tick> ticks, Optional<Stocktake.End> end) {
		Stocktake was = all.get(number);
		all.put(number, new Stocktake(number, was.site(), was.expected(), was.begunBy(), was.begunAt(), ticks, end));
		return was.end().isEmpty();
	}
}
