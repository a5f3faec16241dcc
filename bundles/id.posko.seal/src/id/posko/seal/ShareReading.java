package id.posko.seal;

import java.util.List;

/** What became of reading a share. */
public sealed interface ShareReading {

	/** Who asked closes it. */
	record Read(Share share) implements ShareReading {
	}

	/**
	 * These groups are not as they were written down.
	 *
	 * @param groups
	 *            their numbers, from 1 on
	 */
	record Mistyped(List<Integer> groups) implements ShareReading {
	}

	/** All groups are right, but they are not as many as there have to be. */
	record Incomplete(int groups, int of) implements ShareReading {
	}

	/** All groups are right, but together they are no share. */
	record NoShare() implements ShareReading {
	}
}
