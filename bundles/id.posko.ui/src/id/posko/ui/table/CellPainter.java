package id.posko.ui.table;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;
import id.posko.ui.table.Line.Entry;
import id.posko.ui.table.Line.Group;

/** Draws a row's cell or the head of a group straight from the palette. */
final class CellPainter<K, R> extends AbstractCellPainter {

	private static final int PADDING = 10;
	private static final int MARK = 14;

	private final Grid<K, R> grid;
	private final Look look;

	CellPainter(Grid<K, R> grid, Look look) {
		this.grid = grid;
		this.look = look;
	}

	@Override
	public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
		Ink ink = new Ink(gc, look);
		boolean isSelected = cell.getDisplayMode().equals(DisplayMode.SELECT);
		Line<K, R> line = grid.line(cell.getRowIndex());
		Tone ground = isSelected ? Tone.SELECTED : line instanceof Group ? Tone.RAISED : Tone.SURFACE;
		ink.fill(bounds, look.color(ground));
		gc.setForeground(look.color(Tone.LINE));
		gc.drawLine(bounds.x, bounds.y + bounds.height - 1, bounds.x + bounds.width, bounds.y + bounds.height - 1);
		switch (line) {
		case Entry<K, R> entry -> paintRow(ink, bounds, grid.column(cell.getColumnIndex()), entry.row, isSelected);
		case Group<K, R> group -> paintGroup(ink, bounds, group);
		}
	}

	private void paintRow(Ink ink, Rectangle bounds, Column<R> column, R row, boolean isSelected) {
		Rectangle box = new Rectangle(bounds.x + PADDING, bounds.y, bounds.width - 2 * PADDING, bounds.height - 1);
		Tone tone = column.quiet() && !isSelected ? Tone.MUTED : Tone.TEXT;
		if (column.mark() != null) {
			Mark mark = column.mark().apply(row);
			ink.mark(mark, box.x, box.y + (box.height - MARK) / 2, MARK);
			box.x += MARK + 8;
			box.width -= MARK + 8;
			tone = isSelected ? Tone.TEXT : mark.tone();
		}
		ink.text(column.text().apply(row), box, look.font(Face.PLAIN), look.color(tone), column.alignment());
	}

	private void paintGroup(Ink ink, Rectangle bounds, Group<K, R> group) {
		int middle = bounds.y + (bounds.height - 1) / 2;
		ink.glyph(group.isOpen() ? Glyph.DOWN : Glyph.RIGHT, bounds.x + PADDING - 2, middle - 8, 16,
				look.color(Tone.MUTED));
		Rectangle box = new Rectangle(bounds.x + PADDING + 20, bounds.y, bounds.width - 40, bounds.height - 1);
		String name = group.name().isEmpty() ? "–" : group.name();
		int width = ink.extent(name, look.font(Face.BOLD)).x;
		ink.text(name, box, look.font(Face.BOLD), look.color(Tone.TEXT));
		box.x += width + 10;
		box.width -= width + 10;
		ink.text(String.format(look.locale(), "%,d", group.count()), box, look.font(Face.PLAIN),
				look.color(Tone.MUTED), SWT.LEFT);
	}

	@Override
	public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return new Ink(gc, look).extent(grid.text(cell.getColumnIndex(), cell.getRowIndex()), look.font(Face.PLAIN)).x
				+ 2 * PADDING + MARK + 8;
	}

	@Override
	public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
		return cell.getBounds().height;
	}
}
