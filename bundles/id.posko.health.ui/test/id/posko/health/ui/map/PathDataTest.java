package id.posko.health.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PathDataTest {

	private static List<Ring> rings(String data) throws MapRefusal {
		Outline outline = new Outline();
		assertTrue(PathData.trace(data, Affine.NONE, outline), data);
		return outline.take();
	}

	private static List<String> corners(String data) throws MapRefusal {
		List<String> all = new ArrayList<>();
		for (Ring ring : rings(data)) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < ring.size(); i++) {
				text.append("%.0f,%.0f ".formatted(ring.x()[i], ring.y()[i]));
			}
			all.add(text.toString().strip());
		}
		return all;
	}

	@Test
	void linesAreReadInEveryWayTheyMayBeWritten() throws MapRefusal {
		List<String> square = List.of("1,1 3,1 3,3 1,3");
		for (String data : List.of("M1 1L3 1L3 3L1 3Z", "M1,1 3,1,3,3 1 3", "m1 1 2 0 0 2-2 0z", "M1 1H3V3H1Z", "M1 1h2v2h-2z",
				"M1.0.1e1 3 1.L3,3 1+3", "\nM 1 1\tl2,0l0 2 -2,0 z ")) {
			assertEquals(square, corners(data), data);
		}
		assertEquals(List.of("0,0 4,0 4,4", "0,0 -4,0 -4,-4"), corners("M0 0h4v4zh-4v-4z"), "a part begins where the last did");
		assertEquals(List.of("0,0 4,0 4,4", "1,1 5,1 5,5"), corners("m0 0 4 0 0 4zm1 1 4 0 0 4z"));
	}

	@Test
	void curvesAndArcsEndWhereTheyShallAndPassWhereTheyMust() throws MapRefusal {
		Ring disc = rings("M-5 0A5 5 0 0 1 5 0a5,5 0 01-10 0z").getFirst();
		for (int i = 0; i < disc.size(); i++) {
			assertEquals(5, Math.hypot(disc.x()[i], disc.y()[i]), 1e-9);
		}
		assertEquals(Math.PI * 25, disc.area(), 1.5);
		assertEquals(Math.PI * 25, rings("M-5 0A1 1 0 0 1 5 0A5 5 0 1 1 -5 0").getFirst().area(), 1.5, "too small radii grow");
		Ring large = rings("M0 0A5 5 0 1 0 5 5z").getFirst();
		Ring small = rings("M0 0A5 5 0 0 0 5 5z").getFirst();
		assertEquals(Math.PI * 25, large.area() + small.area(), 1.5);
		Ring cubic = rings("M0 0C0 4 4 4 4 0S8 -4 8 0T12 0 Q14 4 16 0z").getFirst();
		assertTrue(has(cubic, 2, 3) && has(cubic, 4, 0) && has(cubic, 6, -3) && has(cubic, 8, 0) && has(cubic, 14, 2));
	}

	private static boolean has(Ring ring, double x, double y) {
		for (int i = 0; i < ring.size(); i++) {
			if (Math.hypot(ring.x()[i] - x, ring.y()[i] - y) < 1e-9) {
				return true;
			}
		}
		return false;
	}

	@Test
	void whatIsNoPathIsRefused() throws MapRefusal {
		for (String data : List.of("L1 1", "1 1", "M", "M1", "M1 1L", "M1 1Lx", "M1 1 2", "M0 0A1 1 0 2 0 1 1", "M0 0z1 1",
				"M1e999 0", "M0 0G1 1", "M0 0L-")) {
			assertFalse(PathData.trace(data, Affine.NONE, new Outline()), data);
		}
		assertEquals(List.of(), rings("  "));
		assertEquals(List.of(), rings("M0 0zM1 1zM2 2L3 3z"), "encloses nothing");
	}

	@Test
	void transformsAreDoneFromTheInsideOut() {
		Affine both = Affine.parse("translate(10, 0) rotate(90), scale(2 3)").orElseThrow();
		assertEquals(10 - 3 * 1, both.x(1, 1), 1e-9);
		assertEquals(2, both.y(1, 1), 1e-9);
		Affine around = Affine.parse("rotate(180 5 5)").orElseThrow();
		assertEquals(9, around.x(1, 1), 1e-9);
		assertTrue(Affine.parse("").isPresent());
		for (String wrong : List.of("scale", "scale()", "scale(1 2 3)", "matrix(1 2 3 4 5 6 7)", "scale(2)x", "a(1)",
				"scale(1)".repeat(101))) {
			assertTrue(Affine.parse(wrong).isEmpty(), wrong);
		}
	}
}
