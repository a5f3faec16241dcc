package id.posko.ui.table;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import id.posko.ui.Look;

/** What a right click on a column's title offers. */
record HeaderMenu<R>(Look look, Column<R> column, Optional<Column<R>> groupedBy) {

	void open(Control over, Consumer<Column<R>> sort, Consumer<Optional<Column<R>>> group, Runnable chooseColumns) {
		Menu menu = new Menu(over);
		item(menu, look.say("table.sort_by", column.title()), () -> sort.accept(column));
		if (column.isGroupable()) {
			item(menu, look.say("table.group_by", column.title()), () -> group.accept(Optional.of(column)));
		}
		if (groupedBy.isPresent()) {
			item(menu, look.say("table.ungrouped"), () -> group.accept(Optional.empty()));
		}
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, look.say("table.columns"), chooseColumns);
		menu.setVisible(true);
	}

	private static void item(Menu menu, String text, Runnable act) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, _ -> act.run());
	}
}
