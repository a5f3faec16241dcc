package id.posko.health.counter;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import id.posko.kit.RegionCode;

/** Keeps the readings of each office's counter. Safe for any thread; blocks until it is kept or read. */
public interface Counters {

	/** One of the same office and time is replaced. */
	void add(RegionCode site, CounterReading reading) throws IOException;

	/** Takes one back; nothing happens if there is none of that time. */
	void remove(RegionCode site, Instant at) throws IOException;

	/** From then on, oldest first. */
	List<CounterReading> since(RegionCode site, Instant from) throws IOException;
}
