package id.posko.health;

/**
 * The last 64 answers of one check, newest in the lowest bit; a set bit is a lost one. Broken questions are no answers
 * and are left out.
 *
 * @param known how many answers there were, at most 64
 * @param running how many of them came after the last outage ended, at most {@code known}
 */
public record LastAnswers(long lost, int known, int running) {

	public static final LastAnswers NONE = new LastAnswers(0, 0, 0);

	/** As many results as Nagios weighs for flapping; 20 changes lie between them. */
	private static final int FLAP_RESULTS = 21;
	private static final int FLAP_CHANGES = FLAP_RESULTS - 1;
	private static final double OLDEST_WEIGHT = 0.8;
	private static final double NEWEST_WEIGHT = 1.2;

	LastAnswers add(boolean isLost) {
		return new LastAnswers(lost << 1 | (isLost ? 1 : 0), Math.min(64, known + 1), Math.min(64, running + 1));
	}

	/** An outage is over: what was lost in it says nothing about the line that now works. */
	LastAnswers outageEnded() {
		return new LastAnswers(lost, known, 0);
	}

	/** Whether the answer that came {@code ago} answers before the newest (0) was lost. */
	public boolean wasLost(int ago) {
		return (lost >>> ago & 1) == 1;
	}

	/** Lost among the last {@code window} answers since the last outage. */
	int lostOf(int window) {
		int counted = counted(window);
		return counted == 0 ? 0 : Long.bitCount(lost & -1L >>> 64 - counted);
	}

	int counted(int window) {
		return Math.min(window, running);
	}

	/** Percent (rounded) lost among the last {@code window} answers since the last outage; 0 if none is known. */
	public int lossPercent(int window) {
		int counted = counted(window);
		return counted == 0 ? 0 : Math.round(100f * lostOf(window) / counted);
	}

	/**
	 * Percent of changes between lost and answered among the last 21 answers, the newest weighing 1.2 and the oldest
	 * 0.8 (Nagios Core, "Detection and Handling of State Flapping"). Answers not yet known count as no change.
	 */
	public double changePercent() {
		int pairs = Math.min(known - 1, FLAP_CHANGES);
		if (pairs < 1) {
			return 0;
		}
		long changes = (lost ^ lost >>> 1) & -1L >>> 64 - pairs;
		double sum = 0;
		for (; changes != 0; changes &= changes - 1) {
			int ago = Long.numberOfTrailingZeros(changes);
			sum += NEWEST_WEIGHT - (NEWEST_WEIGHT - OLDEST_WEIGHT) * ago / (FLAP_CHANGES - 1);
		}
		return 100 * sum / FLAP_CHANGES;
	}
}
