package id.posko.ui.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** Which columns to show, and in which order. */
final class ColumnChooser<R> {

	private final Sheet sheet;
	private final Look look;
	private final Columns<R> columns;
	private Table table;

	ColumnChooser(Shell parent, Look look, Columns<R> columns) {
		this.look = look;
		this.columns = columns;
		sheet = new Sheet(parent, look, "columns", look.say("columns.title"));
	}

	void open(Runnable changed) {
		Composite body = sheet.body();
		((GridLayout) body.getLayout()).numColumns = 2;
		table = Look.named(new Table(body, SWT.CHECK | SWT.BORDER | SWT.SINGLE), "columns.list");
		look.paint(table, Tone.TEXT, Tone.SURFACE);
		GridData list = new GridData(SWT.FILL, SWT.FILL, true, true);
		list.widthHint = 240;
		list.heightHint = 300;
		table.setLayoutData(list);
		fill(columns.order());
		Composite side = new Composite(body, SWT.NONE);
		look.paint(side, Tone.TEXT, Tone.SURFACE);
		GridLayout sideLayout = new GridLayout();
		sideLayout.marginHeight = 0;
		side.setLayout(sideLayout);
		side.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
		button(side, "columns.up", () -> move(-1));
		button(side, "columns.down", () -> move(1));
		button(side, "columns.first", () -> fill(columns.first()));
		sheet.open(look.say("columns.apply"), () -> {
			List<Columns.Shown<R>> chosen = chosen();
			if (chosen.stream().noneMatch(Columns.Shown::isShown)) {
				return sheet.complain(look.say("columns.none"));
			}
			columns.arrange(chosen);
			changed.run();
			return true;
		});
	}

	private void button(Composite side, String key, Runnable act) {
		PushButton button = new PushButton(side, look, PushButton.Weight.NORMAL, null, look.say(key), act);
		Look.named(button, key);
		button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
	}

	private void fill(List<Columns.Shown<R>> order) {
		table.removeAll();
		order.forEach(shown -> {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(shown.column().title());
			item.setChecked(shown.isShown());
			item.setData(shown);
		});
		table.select(0);
	}

	private void move(int by) {
		int from = table.getSelectionIndex();
		int to = from + by;
		if (from >= 0 && to >= 0 && to < table.getItemCount()) {
			List<Columns.Shown<R>> order = new ArrayList<>(chosen());
			Collections.swap(order, from, to);
			fill(order);
			table.select(to);
		}
	}

	@SuppressWarnings("unchecked")
	private List<Columns.Shown<R>> chosen() {
		List<Columns.Shown<R>> order = new ArrayList<>();
		for (TableItem item : table.getItems()) {
			Columns.Shown<R> shown = (Columns.Shown<R>) item.getData();
			order.add(new Columns.Shown<>(shown.column(), shown.width(), item.getChecked()));
		}
		return order;
	}
}
