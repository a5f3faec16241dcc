package id.posko.ui.table;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** Draws a column's title, with the direction of its sorting. */
final class HeaderPainter<K, R> extends AbstractCellPainter {

	private static final int PADDING = 10;

	private final Grid<K, R> grid;
	private final Look look;

	HeaderPainter(Grid<K, R> grid, Look look) {
		this.grid = grid;
		this.look = look;
	}

	@Override
	public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
		Ink ink = new Ink(gc, look);
		Column<R> column = grid.column(cell.getColumnIndex());
		boolean isSorted = grid.arrangement().sortedBy().filter(column::equals).isPresent();
		ink.fill(bounds, look.color(Tone.RAISED));
		gc.setForeground(look.color(Tone.LINE));
		int bottom = bounds.y + bounds.height - 1;
		gc.drawLine(bounds.x, bottom, bounds.x + bounds.width, bottom);
		int right = bounds.x + bounds.width - 1;
		gc.drawLine(right, bounds.y + 7, right, bottom - 7);
		int arrow = isSorted ? 14 : 0;
		Rectangle box = new Rectangle(bounds.x + PADDING, bounds.y, bounds.width - 2 * PADDING - arrow,
				bounds.height - 1);
		Tone tone = isSorted ? Tone.ACCENT : Tone.MUTED;
		ink.text(column.title(), box, look.font(Face.BOLD), look.color(tone), column.alignment());
		if (isSorted) {
			int x = column.alignment() == SWT.RIGHT ? box.x + box.width + 6
					: box.x + Math.min(box.width, ink.extent(column.title(), look.font(Face.BOLD)).x) + 6;
			int y = bounds.y + bounds.height / 2;
			int tip = grid.arrangement().descending() ? 3 : -3;
			gc.setBackground(look.color(Tone.ACCENT));
			gc.fillPolygon(new int[] { x, y - tip, x + 8, y - tip, x + 4, y + tip });
		}
	}

	@Override
	public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return new Ink(gc, look).extent(grid.column(cell.getColumnIndex()).title(), look.font(Face.BOLD)).x
				+ 2 * PADDING + 14;
	}

	@Override
	public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return cell.getBounds().height;
	}
}
