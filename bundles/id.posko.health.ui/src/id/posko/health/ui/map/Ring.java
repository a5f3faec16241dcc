package id.posko.health.ui.map;

/** A closed line in the plane: x grows to the right, y downwards; the last point is joined to the first. */
public record Ring(double[] x, double[] y) {

	public int size() {
		return x.length;
	}

	/** In square units, whichever way round it goes. */
	double area() {
		double twice = 0;
		for (int i = 0, before = size() - 1; i < size(); before = i++) {
			twice += (x[before] - x[i]) * (y[before] + y[i]);
		}
		return Math.abs(twice) / 2;
	}
}
