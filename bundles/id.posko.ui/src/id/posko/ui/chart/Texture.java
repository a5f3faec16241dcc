package id.posko.ui.chart;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** How an area is filled, so that it is told apart without its colour. */
public enum Texture {
	SOLID,
	/** Lines that rise. */
	RISING,
	/** Lines that fall. */
	FALLING,
	/** Upright lines. */
	UPRIGHT,
	/** An outline with nothing in it. */
	EMPTY;

	private static final int STEP = 6;

	/** @param ground the colour of what shows through */
	void fill(GC gc, Rectangle box, Color color, Color ground) {
		gc.setBackground(this == EMPTY ? ground : color);
		gc.fillRectangle(box);
		if (this == EMPTY) {
			gc.setForeground(color);
			gc.setLineWidth(1);
			gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
		} else if (this != SOLID) {
			Rectangle before = gc.getClipping();
			gc.setClipping(before.intersection(box));
			gc.setForeground(ground);
			gc.setLineWidth(2);
			int first = box.x - box.x % STEP - box.height;
			for (int x = first; x < box.x + box.width + box.height; x += STEP) {
				switch (this) {
					case RISING -> gc.drawLine(x, box.y + box.height, x + box.height, box.y);
					case FALLING -> gc.drawLine(x, box.y, x + box.height, box.y + box.height);
					default -> gc.drawLine(x, box.y, x, box.y + box.height);
				}
			}
			gc.setLineWidth(1);
			gc.setClipping(before);
		}
	}
}
