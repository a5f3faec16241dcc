package id.posko.transfer.copy;

import java.nio.file.Path;
import java.util.List;

/** How a run of a copy ended. After all but {@link Done} another run goes on where it ended. */
public sealed interface Outcome {

	Totals totals();

	/** Every file was read back, or is told as a flaw, and nothing waits to be written: the medium may be taken out. */
	default boolean isSafeToRemove() {
		return this instanceof Done || this instanceof Flawed;
	}

	/** All is there, and was read back. */
	record Done(Totals totals, Way way) implements Outcome {
	}

	/** All is there but these. @param first the first thousand, of {@code count} */
	record Flawed(Totals totals, Way way, List<Flaw> first, long count) implements Outcome {

		public Flawed {
			first = List.copyOf(first);
		}
	}

	/** By interrupt, which stays set. */
	record Stopped(Totals totals) implements Outcome {
	}

	/** @param missing octets that have no room in {@code where} */
	record Full(Totals totals, Path where, long missing) implements Outcome {
	}

	/** The source or target is not there any more, or another one is in its place. */
	record Gone(Totals totals, Path which) implements Outcome {
	}

	/** The medium gives no answer; what waits for it was left to itself. */
	record Stalled(Totals totals, String file, long offset) implements Outcome {
	}

	/** The target or our own notes fail. */
	record Failed(Totals totals, String file, long offset, String reason) implements Outcome {
	}

	/** Another run of this copy is going on, or hangs and was left to itself. */
	record Busy(Totals totals) implements Outcome {
	}
}
