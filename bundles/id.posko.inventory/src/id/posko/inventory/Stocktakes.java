package id.posko.inventory;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps audits; implemented where the data folder's tables are. */
public interface Stocktakes {

	/** Keeps a new one under the next number. */
	Stocktake begin(RegionCode site, List<DeviceKey> expected, String by, Instant at) throws IOException;

	Optional<Stocktake> find(long number) throws IOException;

	/** The newest first. */
	List<Stocktake> all() throws IOException;

	/** Adds a tick to one that has not ended. @return false if it has ended: nothing was kept */
	boolean tick(long number, Stocktake.Tick tick) throws IOException;

	/** @return false if it has ended before: nothing was kept */
	boolean end(long number, Stocktake.End end) throws IOException;
}
