package id.posko.ticket.repair;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.posko.kit.DeviceKey;

/** Keeps the parts that are needed; implemented where the data folder's tables are. Acts are only added. */
public interface NeededParts {

	/** Keeps a new one under the next number. */
	PartNeeded ask(PartDraft draft, String by, Instant at) throws IOException;

	Optional<PartNeeded> find(long number) throws IOException;

	/** Those that are asked for or procured, by number. */
	List<PartNeeded> open() throws IOException;

	/** By number. */
	List<PartNeeded> all() throws IOException;

	/** Those of a device, by number. */
	List<PartNeeded> of(DeviceKey device) throws IOException;

	/** Those that a run asked for, by number. */
	List<PartNeeded> ofRun(String run) throws IOException;

	/**
	 * Keeps the last act, if it was the one seen before that.
	 *
	 * @return false if somebody else moved it meanwhile: nothing was kept
	 */
	boolean add(PartNeeded moved) throws IOException;
}
