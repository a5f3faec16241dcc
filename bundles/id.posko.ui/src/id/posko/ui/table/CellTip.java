package id.posko.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.table.Line.Entry;

/** Shows the whole text of a cell or a title that is too narrow for it, under the mouse. */
final class CellTip<K, R> {

	private static final int PADDING = 20;
	private static final int MARK = 22;
	private static final int ARROW = 14;

	private final Grid<K, R> grid;
	private final Look look;

	CellTip(Grid<K, R> grid, Look look) {
		this.grid = grid;
		this.look = look;
		grid.table().addListener(SWT.MouseMove, this::show);
	}

	private void show(Event event) {
		NatTable table = grid.table();
		int column = table.getColumnPositionByX(event.x);
		LabelStack region = column < 0 ? null : table.getRegionLabelsByXY(event.x, event.y);
		String text = "";
		if (region != null) {
			int index = table.getColumnIndexByPosition(column);
			int width = table.getColumnWidthByPosition(column);
			text = region.hasLabel(GridRegion.COLUMN_HEADER) ? ofTitle(index, width) : ofCell(event.y, index, width);
		}
		if (!text.equals(table.getToolTipText())) {
			table.setToolTipText(text.isEmpty() ? null : text);
		}
	}

	private String ofTitle(int column, int width) {
		boolean isSorted = grid.arrangement().sortedBy().filter(grid.column(column)::equals).isPresent();
		return tooLong(grid.column(column).title(), look.font(Face.BOLD), width - (isSorted ? ARROW : 0));
	}

	private String ofCell(int y, int column, int width) {
		int row = grid.table().getRowIndexByPosition(grid.table().getRowPositionByY(y));
		if (row < 0 || row >= grid.snapshot().lines().size() || !(grid.line(row) instanceof Entry)) {
			return "";
		}
		return tooLong(grid.text(column, row), look.font(Face.PLAIN),
				width - (grid.column(column).mark() == null ? 0 : MARK));
	}

	private String tooLong(String text, Font font, int width) {
		GC gc = new GC(grid.table());
		int needed = new Ink(gc, look).extent(text, font).x + PADDING;
		gc.dispose();
		return needed > width ? text.replace("&", "&&") : "";
	}
}
