package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.file.Path;

/** A run can not go on. */
final class Halt extends IOException {

	private static final long serialVersionUID = 1;

	/** Why. */
	sealed interface Why {

		record Full(Path where, long missing) implements Why {
		}

		record Gone(Path which) implements Why {
		}

		record Failed(String file, long offset, String reason) implements Why {
		}
	}

	private final transient Why why;

	Halt(Why why, IOException cause) {
		super(why.toString(), cause);
		this.why = why;
	}

	Why why() {
		return why;
	}

	Outcome outcome(Totals totals) {
		return switch (why) {
			case Why.Full(Path where, long missing) -> new Outcome.Full(totals, where, missing);
			case Why.Gone(Path which) -> new Outcome.Gone(totals, which);
			case Why.Failed(String file, long offset, String reason) -> new Outcome.Failed(totals, file, offset, reason);
		};
	}
}
