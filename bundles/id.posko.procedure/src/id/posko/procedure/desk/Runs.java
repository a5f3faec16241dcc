package id.posko.procedure.desk;

import id.posko.procedure.run.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Keeps runs, each with the SOP that it began with; to its acts is only added. Any thread; blocks. */
public interface Runs {

	/** A number that no run has had. */
	String newId() throws IOException;

	/** Keeps a run that has just been started. */
	void begin(Run run) throws IOException;

	/**
	 * Adds the last act of the run.
	 *
	 * @return false if the kept run does not end with the act before it: somebody else moved it; then nothing is kept
	 */
	boolean add(Run run) throws IOException;

	Optional<Run> find(String id) throws IOException;

	/** Those that are not over, the oldest first. */
	List<Run> open() throws IOException;

	/** All of them, the oldest first. */
	List<Run> all() throws IOException;
}
