package id.posko.kit;

/**
 * A limit with hysteresis: a value that has crossed it is beyond it until it has come back by more than the margin, so
 * that one that swings about the limit changes nothing.
 *
 * @param at beyond it from here on
 */
public record Limit(double at, double margin) {

	public Limit {
		if (margin < 0) {
			throw new IllegalArgumentException("margin " + margin);
		}
	}

	/** For values that must be greater than this to be over it. */
	public static Limit beyond(double most, double margin) {
		return new Limit(Math.nextUp(most), margin);
	}

	/** @param was whether it was over the limit the last time */
	public boolean isOver(double value, boolean was) {
		return value >= at || was && value > at - margin;
	}

	/** @param was whether it was under the limit the last time */
	public boolean isUnder(double value, boolean was) {
		return value <= at || was && value < at + margin;
	}
}
