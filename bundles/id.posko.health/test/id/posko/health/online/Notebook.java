package id.posko.health.online;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.kit.RegionCode;

/** The readings of one office, in memory. */
final class Notebook implements Counters {

	final TreeMap<Instant, CounterReading> readings = new TreeMap<>();

	@Override
	public synchronized void add(RegionCode site, CounterReading reading) {
		readings.put(reading.at(), reading);
	}

	@Override
	public synchronized void remove(RegionCode site, Instant at) {
		readings.remove(at);
	}

	@Override
	public synchronized List<CounterReading> since(RegionCode site, Instant from) {
		return List.copyOf(readings.tailMap(from).values());
	}
}
