package id.posko.health.ui;

import java.util.OptionalInt;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;

/** Tiles in as many columns as fit, row after row; small ones where the large ones would not all be seen. */
record TileGrid(int columns, int tileWidth, int tileHeight) {

	static final int GAP = 8;
	private static final int LEAST_WIDTH = 230;
	private static final int HEIGHT = 62;
	private static final int LEAST_SMALL_WIDTH = 148;
	private static final int SMALL_HEIGHT = 42;

	/** Large tiles. */
	static TileGrid of(int width) {
		return atLeast(LEAST_WIDTH, width, HEIGHT);
	}

	/** For so many tiles in a place of that height. */
	static TileGrid of(int width, int height, int count) {
		TileGrid large = of(width);
		return large.height(count) <= height ? large : atLeast(LEAST_SMALL_WIDTH, width, SMALL_HEIGHT);
	}

	private static TileGrid atLeast(int leastWidth, int width, int tileHeight) {
		int columns = Math.max(1, (width - GAP) / (leastWidth + GAP));
		return new TileGrid(columns, Math.max(1, (width - GAP) / columns - GAP), tileHeight);
	}

	boolean isSmall() {
		return tileHeight == SMALL_HEIGHT;
	}

	Rectangle box(int tile) {
		return new Rectangle(GAP + tile % columns * (tileWidth + GAP), GAP + tile / columns * (tileHeight + GAP),
				tileWidth, tileHeight);
	}

	/** Of that many tiles together. */
	int height(int count) {
		return GAP + (count + columns - 1) / columns * (tileHeight + GAP);
	}

	OptionalInt at(int x, int y, int count) {
		for (int tile = 0; tile < count; tile++) {
			if (box(tile).contains(x, y)) {
				return OptionalInt.of(tile);
			}
		}
		return OptionalInt.empty();
	}

	/** Where an arrow key, Home or End leads to; the tile itself where there is no other. */
	int beside(int tile, int key, int count) {
		int to = switch (key) {
			case SWT.ARROW_LEFT -> tile - 1;
			case SWT.ARROW_RIGHT -> tile + 1;
			case SWT.ARROW_UP -> tile - columns;
			case SWT.ARROW_DOWN -> tile + columns;
			case SWT.HOME -> 0;
			case SWT.END -> count - 1;
			default -> tile;
		};
		return to >= 0 && to < count ? to : tile;
	}
}
