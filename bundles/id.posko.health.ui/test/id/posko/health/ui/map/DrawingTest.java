package id.posko.health.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import id.posko.health.ui.map.Drawing.Shape;

class DrawingTest {

	private static Ring box(double x, double y, double width, double height) {
		return new Ring(new double[] { x, x + width, x + width, x }, new double[] { y, y, y + height, y + height });
	}

	private static Shape shape(Ring... rings) {
		return Drawing.of(new RegionMap(List.of(new Region(List.of(), List.of(rings)))), 10, 20, 200, 100).shapes().getFirst();
	}

	@Test
	void theMapFitsIntoItsBoxInItsMiddleAndKeepsItsForm() {
		Shape shape = shape(box(5, 5, 1, 1));
		float[] xy = shape.rings().getFirst().xy();
		assertEquals(List.of(60f, 20f, 160f, 120f), List.of(xy[0], xy[1], xy[4], xy[5]));
		assertTrue(shape.contains(61, 21) && shape.contains(159, 119));
		assertFalse(shape.contains(59, 50) || shape.contains(161, 50) || shape.contains(100, 121));
	}

	@Test
	void aHoleIsOutsideAndTheNameStandsBesideIt() {
		Shape shape = shape(box(0, 0, 10, 10), box(1, 1, 5, 8));
		assertFalse(shape.contains(95, 70));
		assertTrue(shape.contains(shape.spot().x(), shape.spot().y()));
		assertTrue(shape.spot().width() >= 40);
	}

	@Test
	void aHugeOutlineIsDrawnWithAsManyCornersAsCanBeSeen() {
		int many = 1_000_000;
		double[] x = new double[many];
		double[] y = new double[many];
		for (int i = 0; i < many; i++) {
			x[i] = Math.cos(2 * Math.PI * i / many);
			y[i] = Math.sin(2 * Math.PI * i / many);
		}
		Shape shape = shape(new Ring(x, y));
		assertTrue(shape.rings().getFirst().xy().length / 2 < 700);
		assertTrue(shape.contains(110, 70) && shape.contains(110, 22) && !shape.contains(65, 25));
	}

	@Test
	void whatHasNoSizeIsNotDrawnAndHarmsNothing() {
		assertEquals(List.of(), shape(box(3, 3, 0, 0)).rings());
		assertEquals(List.of(), shape(box(0, 0, 1e-300, 1e300)).rings());
		assertEquals(List.of(), Drawing.of(new RegionMap(List.of()), 0, 0, 10, 10).shapes());
	}
}
