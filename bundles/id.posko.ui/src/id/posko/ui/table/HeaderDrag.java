package id.posko.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.ui.action.IDragMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;

/** Moves a column by its header to where it is dropped. */
final class HeaderDrag implements IDragMode {

	private final Grid<?, ?> grid;
	private int from;

	HeaderDrag(Grid<?, ?> grid) {
		this.grid = grid;
	}

	@Override
	public void mouseDown(NatTable table, MouseEvent event) {
		from = columnAt(table, event.x);
	}

	@Override
	public void mouseMove(NatTable table, MouseEvent event) {
		table.setCursor(table.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
	}

	@Override
	public void mouseUp(NatTable table, MouseEvent event) {
		table.setCursor(null);
		int to = columnAt(table, event.x);
		if (from >= 0 && to != from) {
			grid.move(from, to < 0 ? grid.columnCount() : to > from ? to + 1 : to);
		}
	}

	private static int columnAt(NatTable table, int x) {
		int position = table.getColumnPositionByX(x);
		return position < 0 ? -1 : table.getColumnIndexByPosition(position);
	}
}
