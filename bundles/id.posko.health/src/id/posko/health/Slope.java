package id.posko.health;

import java.util.Arrays;
import java.util.List;

/**
 * The straight line through points that a third of bad ones does not move: the median of the slopes of all pairs
 * (Theil 1950, Sen 1968), and the median of what is left over.
 *
 * @param perUnit rise of y for one unit of x
 * @param at0 y where x is 0
 * @param falling share of all pairs that fall, 0 to 1
 */
record Slope(double perUnit, double at0, double falling) {

	record Point(double x, double y) {
	}

	/** @param points at least two with different x; the work grows with the square of their number */
	static Slope of(List<Point> points) {
		double[] slopes = new double[points.size() * (points.size() - 1) / 2];
		int pairs = 0;
		int falling = 0;
		for (int i = 0; i < points.size(); i++) {
			for (int j = i + 1; j < points.size(); j++) {
				Point a = points.get(i);
				Point b = points.get(j);
				if (a.x() != b.x()) {
					double slope = (b.y() - a.y()) / (b.x() - a.x());
					falling += slope < 0 ? 1 : 0;
					slopes[pairs++] = slope;
				}
			}
		}
		double perUnit = median(Arrays.copyOf(slopes, pairs));
		double at0 = median(points.stream().mapToDouble(point -> point.y() - perUnit * point.x()).toArray());
		return new Slope(perUnit, at0, (double) falling / pairs);
	}

	double at(double x) {
		return at0 + perUnit * x;
	}

	/** @param values at least one; they are sorted */
	static double median(double[] values) {
		Arrays.sort(values);
		int middle = values.length / 2;
		return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
	}
}
