package id.posko.health.online;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import id.posko.kit.RegionCode;

/** Keeps what runs of the SOP found, as dated results. Safe for any thread; blocks until it is kept or read. */
public interface OnlineResults {

	void keep(OnlineResult result) throws IOException;

	/** Of [from, to), oldest first. */
	List<OnlineResult> of(RegionCode site, Instant from, Instant to) throws IOException;
}
