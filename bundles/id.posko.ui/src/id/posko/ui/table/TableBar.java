package id.posko.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import id.posko.ui.FilterBox;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;

/** The line above a table: filter box, how many rows, grouping, columns, export. */
final class TableBar<R> {

	private static final int FILTER_MOST = 240;
	private static final int FILTER_LEAST = 110;

	private final Composite bar;
	private final Look look;
	private final String name;
	private final FilterBox filter;
	private final Label count;
	private final Composite tools;
	private final PushButton grouping;
	private final PushButton choosing;
	private final List<Column<R>> columns;
	private final Gestures<R> gestures;
	private Optional<Column<R>> groupedBy = Optional.empty();

	interface Gestures<R> {

		void search(String text);

		void group(Optional<Column<R>> column);

		void chooseColumns();

		void toTable();
	}

	TableBar(Composite parent, Look look, String name, Columns<R> columns, Gestures<R> gestures) {
		this.look = look;
		this.name = name;
		this.columns = columns.all();
		this.gestures = gestures;
		bar = new Composite(parent, SWT.NONE);
		look.paint(bar, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(5, false);
		layout.marginWidth = 10;
		layout.marginHeight = 7;
		layout.horizontalSpacing = 8;
		bar.setLayout(layout);
		filter = new FilterBox(bar, look, look.say("table.filter"), gestures::search, gestures::toTable);
		Look.named(filter.text(), name + ".filter");
		GridData wide = new GridData(SWT.FILL, SWT.CENTER, false, false);
		wide.widthHint = FILTER_MOST;
		filter.setLayoutData(wide);
		bar.addListener(SWT.Resize, _ -> fitFilter());
		count = Look.named(new Label(bar, SWT.NONE), name + ".count");
		count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(count, Tone.MUTED, Tone.SURFACE);
		tools = new Composite(bar, SWT.NONE);
		RowLayout row = new RowLayout(SWT.HORIZONTAL);
		row.marginTop = row.marginBottom = row.marginLeft = row.marginRight = 0;
		row.spacing = 6;
		row.center = true;
		tools.setLayout(row);
		look.paint(tools, Tone.TEXT, Tone.SURFACE);
		grouping = Look.named(new PushButton(bar, look, PushButton.Weight.TOOL, Glyph.DOWN, look.say("table.group"),
				this::chooseGrouping), name + ".group");
		choosing = Look.named(PushButton.icon(bar, look, Glyph.COLUMNS, look.say("table.columns"), gestures::chooseColumns),
				name + ".columns");
	}

	Composite control() {
		return bar;
	}

	Composite tools() {
		return tools;
	}

	void focus() {
		filter.text().setFocus();
		filter.text().selectAll();
	}

	void setFilter(String text) {
		filter.text().setText(text);
	}

	void showCount(int shown, int total) {
		String text = shown == total ? look.say("table.count", total) : look.say("table.count_of", shown, total);
		if (!text.equals(count.getText())) {
			count.setText(text);
			fitFilter();
		}
	}

	/** The filter box gives way to what stands beside it. */
	private void fitFilter() {
		GridData wide = (GridData) filter.getLayoutData();
		if (wide.grabExcessHorizontalSpace || bar.getSize().x == 0) {
			return;
		}
		int besides = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - wide.widthHint;
		wide.widthHint = Math.clamp(bar.getClientArea().width - besides, FILTER_LEAST, FILTER_MOST);
		bar.layout();
	}

	void compact() {
		((GridData) filter.getLayoutData()).grabExcessHorizontalSpace = true;
		((GridData) filter.getLayoutData()).widthHint = 80;
		Stream.of(count, grouping, choosing).forEach(control -> {
			control.setVisible(false);
			GridData data = new GridData();
			data.exclude = true;
			control.setLayoutData(data);
		});
	}

	void showExport(Runnable export) {
		((GridLayout) bar.getLayout()).numColumns = 6;
		Look.named(PushButton.icon(bar, look, Glyph.EXPORT, look.say("table.export"), export), name + ".export");
		fitFilter();
		bar.layout();
	}

	void showGrouping(Optional<Column<R>> column) {
		groupedBy = column;
		grouping.setWord(column.map(by -> look.say("table.grouped", by.title())).orElse(look.say("table.group")));
		grouping.setOn(column.isPresent());
		fitFilter();
		bar.layout();
	}

	private void chooseGrouping() {
		Menu menu = new Menu(grouping);
		item(menu, look.say("table.ungrouped"), groupedBy.isEmpty(), Optional.empty());
		new MenuItem(menu, SWT.SEPARATOR);
		columns.stream().filter(Column::isGroupable).forEach(column -> item(menu, column.title(), groupedBy.filter(column::equals).isPresent(),
				Optional.of(column)));
		Point below = grouping.toDisplay(0, grouping.getSize().y);
		menu.setLocation(below);
		menu.setVisible(true);
	}

	private void item(Menu menu, String text, boolean isChosen, Optional<Column<R>> column) {
		MenuItem item = new MenuItem(menu, SWT.RADIO);
		item.setText(text);
		item.setSelection(isChosen);
		item.addListener(SWT.Selection, _ -> {
			if (item.getSelection()) {
				gestures.group(column);
			}
		});
	}
}
