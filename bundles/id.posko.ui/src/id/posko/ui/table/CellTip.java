package id.posko.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.table.Line.Entry;

/** Shows the whole text of a cell that is too narrow for it, under the mouse. */
final class CellTip<K, R> {

	private static final int PADDING = 20;
	private static final int MARK = 22;

	private final Grid<K, R> grid;
	private final Look look;

	CellTip(Grid<K, R> grid, Look look) {
		this.grid = grid;
		this.look = look;
		grid.table().addListener(SWT.MouseMove, this::show);
	}

	private void show(Event event) {
		NatTable table = grid.table();
		LabelStack region = table.getRegionLabelsByXY(event.x, event.y);
		int column = table.getColumnPositionByX(event.x);
		int row = table.getRowIndexByPosition(table.getRowPositionByY(event.y));
		String text = "";
		if (region != null && region.hasLabel(GridRegion.BODY) && column >= 0 && row >= 0
				&& row < grid.snapshot().lines().size() && grid.line(row) instanceof Entry) {
			int index = table.getColumnIndexByPosition(column);
			text = tooLong(grid.text(index, row), table.getColumnWidthByPosition(column),
					grid.column(index).mark() != null);
		}
		if (!text.equals(table.getToolTipText())) {
			table.setToolTipText(text.isEmpty() ? null : text);
		}
	}

	private String tooLong(String text, int width, boolean hasMark) {
		GC gc = new GC(grid.table());
		int needed = new Ink(gc, look).extent(text, look.font(Face.PLAIN)).x + PADDING + (hasMark ? MARK : 0);
		gc.dispose();
		return needed > width ? text.replace("&", "&&") : "";
	}
}
