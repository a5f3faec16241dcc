package id.posko.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.ui.action.IKeyAction;
import org.eclipse.nebula.widgets.nattable.ui.action.IMouseAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;

import id.posko.ui.table.Line.Group;

/** Keys and mouse: Enter and double click open, arrows at a group open and close it, a header click sorts. */
final class GridBindings<K, R> extends AbstractUiBindingConfiguration {

	private final Grid<K, R> grid;
	private final Grid.Gestures<R> gestures;

	GridBindings(Grid<K, R> grid, Grid.Gestures<R> gestures) {
		this.grid = grid;
		this.gestures = gestures;
	}

	@Override
	public void configureUiBindings(UiBindingRegistry registry) {
		IKeyAction enter = (_, _) -> enter();
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), enter);
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.KEYPAD_CR), enter);
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'), (_, _) -> gestures.copy());
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.ARROW_RIGHT), (_, _) -> setOpen(true));
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.ARROW_LEFT), (_, _) -> setOpen(false));
		registry.registerFirstDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (_, event) -> {
			if (!isGroup(event)) {
				gestures.open();
			}
		});
		registry.registerFirstSingleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), this::click);
		registry.registerFirstSingleClickBinding(
				new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
				(table, event) -> gestures.sortBy(columnAt(table, event)));
		registry.registerFirstMouseDragMode(
				new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
				new HeaderDrag(grid));
		IMouseAction menu = (table, event) -> gestures.headerMenu(columnAt(table, event));
		registry.registerFirstMouseDownBinding(
				new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.RIGHT_BUTTON), menu);
		registry.registerFirstMouseDownBinding(
				new MouseEventMatcher(SWT.NONE, GridRegion.BODY, MouseEventMatcher.RIGHT_BUTTON), this::rightClick);
	}

	private Column<R> columnAt(NatTable table, MouseEvent event) {
		return grid.column(table.getColumnIndexByPosition(table.getColumnPositionByX(event.x)));
	}

	private static int lineAt(NatTable table, MouseEvent event) {
		return table.getRowIndexByPosition(table.getRowPositionByY(event.y));
	}

	private boolean isGroup(MouseEvent event) {
		return grid.line(lineAt(grid.table(), event)) instanceof Group;
	}

	private void click(NatTable table, MouseEvent event) {
		if (grid.line(lineAt(table, event)) instanceof Group<K, R> group) {
			gestures.setOpen(group.name(), !group.isOpen());
		}
	}

	private void rightClick(NatTable table, MouseEvent event) {
		int at = lineAt(table, event);
		if (!grid.isSelected(at)) {
			grid.select(grid.line(at).id());
		}
	}

	private void enter() {
		grid.anchoredLine().ifPresent(line -> {
			if (line instanceof Group<K, R> group) {
				gestures.setOpen(group.name(), !group.isOpen());
			} else {
				gestures.open();
			}
		});
	}

	private void setOpen(boolean isOpen) {
		grid.anchoredLine().ifPresent(line -> {
			if (line instanceof Group<K, R> group) {
				gestures.setOpen(group.name(), isOpen);
			}
		});
	}
}
