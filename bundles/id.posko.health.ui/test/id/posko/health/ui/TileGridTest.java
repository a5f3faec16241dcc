package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;

class TileGridTest {

	@Test
	void tilesLieInsideTheWidthAndBesideEachOther() {
		for (int width : new int[] { 1, 200, 600, 1040, 1900 }) {
			TileGrid grid = TileGrid.of(width);
			for (int tile = 0; tile < 14; tile++) {
				assertTrue(width < 240 || grid.box(tile).x + grid.box(tile).width <= width, width + ": tile " + tile);
				assertTrue(grid.box(tile).y + grid.box(tile).height < grid.height(14));
				for (int other = 0; other < tile; other++) {
					assertFalse(grid.box(tile).intersects(grid.box(other)));
				}
			}
		}
	}

	@Test
	void thirtyTilesAreSeenAtOneGlanceWhereLargeOnesWouldNotBe() {
		assertFalse(TileGrid.of(1000, 290, 14).isSmall());
		TileGrid small = TileGrid.of(1000, 290, 30);
		assertTrue(small.isSmall() && small.height(30) <= 290);
		assertFalse(TileGrid.of(1000, 290, 1).isSmall());
		assertFalse(TileGrid.of(1000, 800, 30).isSmall());
	}

	@Test
	void aTileIsFoundWhereItLies() {
		TileGrid grid = TileGrid.of(1040);
		assertEquals(OptionalInt.of(5), grid.at(grid.box(5).x + 1, grid.box(5).y + 1, 14));
		assertEquals(OptionalInt.empty(), grid.at(grid.box(5).x + 1, grid.box(5).y + 1, 5));
		assertEquals(OptionalInt.empty(), grid.at(0, 0, 14));
	}

	@Test
	void keysLeadThroughTheTilesAndNotBeyond() {
		TileGrid grid = TileGrid.of(1040);
		assertEquals(4, grid.columns());
		assertEquals(4, grid.beside(0, SWT.ARROW_DOWN, 14));
		assertEquals(0, grid.beside(0, SWT.ARROW_UP, 14));
		assertEquals(13, grid.beside(13, SWT.ARROW_RIGHT, 14));
		assertEquals(11, grid.beside(11, SWT.ARROW_DOWN, 14));
		assertEquals(13, grid.beside(2, SWT.END, 14));
		assertEquals(0, grid.beside(0, SWT.END, 0));
	}
}
