package id.posko.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Draws tabs with room around their words and a line under the chosen one. The style sheets name it and colour it. */
public final class TabRenderer extends CTabFolderRenderer {

	private static final int PADDING = 16;
	private static final int LINE = 3;
	private static final int TEXT = SWT.DRAW_TRANSPARENT | SWT.DRAW_MNEMONIC;

	public TabRenderer(CTabFolder parent) {
		super(parent);
	}

	@Override
	protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
		if (part != PART_BODY) {
			return super.computeTrim(part, state, x, y, width, height);
		}
		int tabs = parent.getTabHeight() + 1;
		return new Rectangle(x, y - tabs, width, height + tabs);
	}

	@Override
	protected Point computeSize(int part, int state, GC gc, int widthHint, int heightHint) {
		if (part < 0) {
			return super.computeSize(part, state, gc, widthHint, heightHint);
		}
		gc.setFont(parent.getItem(part).getFont());
		return new Point(gc.textExtent(parent.getItem(part).getText(), TEXT).x + 2 * PADDING, parent.getTabHeight());
	}

	@Override
	protected void draw(int part, int state, Rectangle bounds, GC gc) {
		if (part >= 0) {
			drawTab(parent.getItem(part), (state & SWT.SELECTED) != 0, bounds, gc);
		} else if (part == PART_HEADER || part == PART_BODY || part == PART_BACKGROUND) {
			gc.setBackground(parent.getBackground());
			gc.fillRectangle(bounds);
		} else if (part != PART_BORDER) {
			super.draw(part, state, bounds, gc);
		}
	}

	private void drawTab(CTabItem item, boolean isSelected, Rectangle bounds, GC gc) {
		gc.setBackground(isSelected ? parent.getSelectionBackground() : parent.getBackground());
		gc.fillRectangle(bounds);
		gc.setForeground(isSelected ? parent.getSelectionForeground() : parent.getForeground());
		gc.setFont(item.getFont());
		Point text = gc.textExtent(item.getText(), TEXT);
		int x = bounds.x + (bounds.width - text.x) / 2;
		gc.drawText(item.getText(), x, bounds.y + (bounds.height - text.y) / 2, TEXT);
		if (isSelected) {
			gc.setBackground(gc.getForeground());
			gc.fillRectangle(bounds.x, bounds.y + bounds.height - LINE, bounds.width, LINE);
			if (parent.isFocusControl()) {
				gc.drawFocus(bounds.x + 4, bounds.y + 4, bounds.width - 8, bounds.height - 8 - LINE);
			}
		}
	}
}
