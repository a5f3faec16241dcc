package id.posko.transfer.backup;

import java.util.stream.DoubleStream;

/**
 * What a quantity usually is: median, and median absolute deviation (Hampel, 1974), which single odd values do not
 * change.
 */
record Usual(double median, double deviation) {

	/** Of a normal distribution the median absolute deviation times this is the standard deviation. */
	private static final double NORMAL = 1.4826;
	private static final double SIGMAS = 5;

	/** @param values at least one */
	static Usual of(double... values) {
		double median = median(values);
		return new Usual(median, median(DoubleStream.of(values).map(value -> Math.abs(value - median)).toArray()));
	}

	private static double median(double... values) {
		double[] sorted = DoubleStream.of(values).sorted().toArray();
		int middle = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	/**
	 * @param swing the part of the median by which a value may always be below it: equal values have no deviation
	 * @param least what must be missing
	 */
	boolean isTooLittle(double value, double swing, double least) {
		return median - value >= least
				&& (value <= median / 2 || value < median - Math.max(SIGMAS * NORMAL * deviation, swing * median));
	}
}
