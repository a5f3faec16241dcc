package id.posko.health.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A map fitted into a box, in pixels, with no more corners than can be seen.
 *
 * @param shapes of the map's regions, in their order
 */
public record Drawing(List<Shape> shapes) {

	/** Corners of a ring: x, y, x, y … */
	public record Corners(float[] xy) {

		boolean contains(double atX, double atY) {
			boolean isInside = false;
			for (int i = 0, before = xy.length - 2; i < xy.length; before = i, i += 2) {
				boolean crosses = xy[i + 1] > atY != xy[before + 1] > atY
						&& atX < (double) (xy[before] - xy[i]) * (atY - xy[i + 1]) / (xy[before + 1] - xy[i + 1]) + xy[i];
				isInside ^= crosses;
			}
			return isInside;
		}
	}

	/** Where a name fits: the middle of the widest place inside, and how wide that is. */
	public record Spot(int x, int y, int width) {
	}

	public record Shape(List<Corners> rings, Spot spot) {

		public boolean contains(double x, double y) {
			boolean isInside = false;
			for (Corners ring : rings) {
				isInside ^= ring.contains(x, y);
			}
			return isInside;
		}
	}

	/** Corners nearer than this to the one before are left out. */
	private static final float SEEN = 0.75f;
	private static final int LINES = 15;

	public static Drawing of(RegionMap map, int left, int top, int width, int height) {
		double west = Double.MAX_VALUE;
		double east = -Double.MAX_VALUE;
		double north = Double.MAX_VALUE;
		double south = -Double.MAX_VALUE;
		for (Region region : map.regions()) {
			for (Ring ring : region.rings()) {
				west = Math.min(west, Arrays.stream(ring.x()).min().orElse(west));
				east = Math.max(east, Arrays.stream(ring.x()).max().orElse(east));
				north = Math.min(north, Arrays.stream(ring.y()).min().orElse(north));
				south = Math.max(south, Arrays.stream(ring.y()).max().orElse(south));
			}
		}
		double scale = Math.min(width / Math.max(east - west, Double.MIN_NORMAL),
				height / Math.max(south - north, Double.MIN_NORMAL));
		if (!(scale > 0 && Double.isFinite(scale))) {
			return new Drawing(map.regions().stream().map(_ -> new Shape(List.of(), new Spot(left, top, 0))).toList());
		}
		double x0 = left + (width - (east - west) * scale) / 2 - west * scale;
		double y0 = top + (height - (south - north) * scale) / 2 - north * scale;
		return new Drawing(map.regions().stream().map(region -> shape(region, scale, x0, y0)).toList());
	}

	private static Shape shape(Region region, double scale, double x0, double y0) {
		List<Corners> rings = new ArrayList<>();
		Corners largest = null;
		double area = -1;
		for (Ring ring : region.rings()) {
			Corners seen = seen(ring, scale, x0, y0);
			if (seen.xy().length >= 6) {
				rings.add(seen);
				if (ring.area() > area) {
					area = ring.area();
					largest = seen;
				}
			}
		}
		Ring first = region.rings().getFirst();
		return new Shape(List.copyOf(rings), largest == null
				? new Spot((int) (first.x()[0] * scale + x0), (int) (first.y()[0] * scale + y0), 0) : spot(rings, largest));
	}

	private static Corners seen(Ring ring, double scale, double x0, double y0) {
		float[] xy = new float[2 * ring.size()];
		int size = 0;
		for (int i = 0; i < ring.size(); i++) {
			float x = (float) (ring.x()[i] * scale + x0);
			float y = (float) (ring.y()[i] * scale + y0);
			boolean isFar = size == 0 || Math.abs(x - xy[size - 2]) >= SEEN || Math.abs(y - xy[size - 1]) >= SEEN;
			if (isFar) {
				xy[size++] = x;
				xy[size++] = y;
			}
		}
		return new Corners(Arrays.copyOf(xy, size));
	}

	/** Looks along some lines across the largest part; one near its middle is better than one at its edge. */
	private static Spot spot(List<Corners> rings, Corners largest) {
		float top = Float.MAX_VALUE;
		float bottom = -Float.MAX_VALUE;
		for (int i = 1; i < largest.xy().length; i += 2) {
			top = Math.min(top, largest.xy()[i]);
			bottom = Math.max(bottom, largest.xy()[i]);
		}
		Spot best = new Spot(Math.round(largest.xy()[0]), Math.round(largest.xy()[1]), 0);
		double bestWorth = -1;
		for (int line = 1; line <= LINES; line++) {
			float y = top + (bottom - top) * line / (LINES + 1);
			float[] crossings = crossings(rings, y);
			double middling = 1 - Math.abs(line - (LINES + 1) / 2d) / (LINES + 1);
			for (int i = 0; i + 1 < crossings.length; i += 2) {
				float width = crossings[i + 1] - crossings[i];
				if (width * middling > bestWorth) {
					bestWorth = width * middling;
					best = new Spot(Math.round((crossings[i] + crossings[i + 1]) / 2), Math.round(y), Math.round(width));
				}
			}
		}
		return best;
	}

	/** Where a level line goes in and out, from the left. */
	private static float[] crossings(List<Corners> rings, float y) {
		float[] found = new float[16];
		int size = 0;
		for (Corners ring : rings) {
			float[] xy = ring.xy();
			for (int i = 0, before = xy.length - 2; i < xy.length; before = i, i += 2) {
				if (xy[i + 1] > y != xy[before + 1] > y) {
					if (size == found.length) {
						found = Arrays.copyOf(found, 2 * size);
					}
					found[size++] = (xy[before] - xy[i]) * (y - xy[i + 1]) / (xy[before + 1] - xy[i + 1]) + xy[i];
				}
			}
		}
		float[] all = Arrays.copyOf(found, size);
		Arrays.sort(all);
		return all;
	}
}
