package id.posko.notice;

import java.time.Duration;
import java.util.Optional;

/** What became of a sending. */
sealed interface Outcome {

	/** @param partly what went wrong for some of its receivers */
	record Sent(Optional<Trouble> partly) implements Outcome {
	}

	/** It may go another time, but not before the other side wants it. */
	record Later(Trouble trouble, Optional<Duration> notBefore) implements Outcome {

		Later(Trouble trouble) {
			this(trouble, Optional.empty());
		}
	}

	/** The other side will not take it. */
	record Never(Trouble trouble) implements Outcome {
	}

	/** It was not tried: something here has to change first. */
	record Unready(Trouble trouble) implements Outcome {
	}
}
