package id.posko.health.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the corners of a shape, ring by ring, no more than a drawing of a whole map may have. */
final class Outline {

	/** What a map may have in all. */
	static final int MOST_CORNERS = 2_000_000;
	private static final int LEAST = 3;

	private final List<Ring> rings = new ArrayList<>();
	private double[] x = new double[16];
	private double[] y = new double[16];
	private int size;
	private int corners;

	void add(double atX, double atY) throws MapRefusal {
		if (++corners > MOST_CORNERS) {
			throw new MapRefusal(MapReading.Fault.TOO_MANY, MOST_CORNERS);
		}
		if (size == x.length) {
			x = Arrays.copyOf(x, 2 * size);
			y = Arrays.copyOf(y, 2 * size);
		}
		x[size] = atX;
		y[size++] = atY;
	}

	/** The ring ends; fewer than three corners enclose nothing. */
	void close() {
		boolean isRepeated = size > 1 && x[0] == x[size - 1] && y[0] == y[size - 1];
		int different = isRepeated ? size - 1 : size;
		if (different >= LEAST) {
			rings.add(new Ring(Arrays.copyOf(x, different), Arrays.copyOf(y, different)));
		}
		size = 0;
	}

	/** The rings so far; begins anew. The corners go on being counted. */
	List<Ring> take() {
		close();
		List<Ring> taken = List.copyOf(rings);
		rings.clear();
		return taken;
	}
}
