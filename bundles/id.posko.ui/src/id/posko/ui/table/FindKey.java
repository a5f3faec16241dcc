package id.posko.ui.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Ctrl+F leads to a table's filter box: to that of the table which has the keyboard, and from anywhere else in the
 * window to the first table that is to be seen.
 */
final class FindKey implements Listener {

	private static final String MARK = FindKey.class.getName();

	private final Composite table;
	private final Runnable toFilter;

	private FindKey(Composite table, Runnable toFilter) {
		this.table = table;
		this.toFilter = toFilter;
	}

	static void of(Composite table, Runnable toFilter) {
		FindKey key = new FindKey(table, toFilter);
		table.setData(MARK, key);
		table.getDisplay().addFilter(SWT.KeyDown, key);
		table.addListener(SWT.Dispose, _ -> table.getDisplay().removeFilter(SWT.KeyDown, key));
	}

	@Override
	public void handleEvent(Event event) {
		if (event.stateMask == SWT.MOD1 && event.keyCode == 'f' && event.widget instanceof Control at
				&& table.isVisible() && at.getShell() == table.getShell() && isMeant(at)) {
			event.type = SWT.None;
			event.doit = false;
			toFilter.run();
		}
	}

	private boolean isMeant(Control at) {
		for (Control around = at; around != null; around = around.getParent()) {
			if (around.getData(MARK) != null) {
				return around == table;
			}
		}
		return true;
	}
}
