package id.posko.ui.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import id.posko.ui.table.Line.Id;
import id.posko.ui.table.Rows.Snapshot;

/**
 * A table of immutable rows that change while one looks at them. {@link #put}, {@link #remove} and {@link #replace}
 * are for any thread and return at once; a timer (200 ms, only while the table is visible) lets a virtual thread sort
 * and filter, and shows the outcome. Selected rows stay selected by their key, wherever they go. All else is for the
 * UI thread.
 *
 * @param <K> key of a row, with equals and hashCode
 * @param <R> row, never changed; equal rows are the same news
 */
public final class LiveTable<K, R> {

	private static final int TICK_MILLIS = 200;
	private static final Executor ARRANGING = task -> Thread.ofVirtual().name("table").start(task);

	private final Look look;
	private final Map<String, String> settings;
	private final Columns<R> columns;
	private final Function<R, K> keyOf;
	private final Rows<K, R> rows;
	private final Composite whole;
	private final Composite middle;
	private final TableBar<R> bar;
	private final Grid<K, R> grid;
	private final EmptyView empty;
	private Arrangement<R> wanted = Arrangement.none();
	private EmptyState emptyState;
	private boolean isTicking;
	private boolean isArranging;
	private boolean hasShown;
	private Consumer<R> onOpen = _ -> {
	};
	private Consumer<List<R>> onSelect = _ -> {
	};
	private Consumer<List<R>> onSelected = _ -> {
	};
	private List<R> told = List.of();

	/**
	 * @param name begins the names by which tests find the parts: {@code NAME.table}, {@code NAME.filter} …
	 * @param settings where column widths, order, sorting and grouping are kept, by short keys
	 */
	public LiveTable(Composite parent, Look look, String name, Function<R, K> keyOf, List<Column<R>> all,
			Map<String, String> settings) {
		this.look = look;
		this.settings = settings;
		columns = new Columns<>(all, settings);
		this.keyOf = keyOf;
		rows = new Rows<>(keyOf, all);
		emptyState = EmptyState.of(Glyph.LIST, look.say("table.empty"));
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(1, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		whole.setLayout(layout);
		bar = new TableBar<>(whole, look, name, columns, new BarGestures());
		bar.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		middle = new Composite(whole, SWT.NONE);
		middle.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		middle.setLayout(new StackLayout());
		look.paint(middle, Tone.TEXT, Tone.SURFACE);
		grid = new Grid<>(middle, look, columns, new TableGestures());
		Look.spoken(Look.named(grid.table(), name + ".table"), this::told);
		empty = new EmptyView(middle, look, name);
		grid.onSelect(_ -> tellSelection());
		restore();
		top(grid.table());
		whole.addListener(SWT.Paint, _ -> startTicking());
		grid.table().addListener(SWT.Paint, _ -> startTicking());
		FindKey.of(whole, () -> {
			focusFilter();
			look.later(whole, this::focusFilter); // its part, activated by that, turns to the table
		});
		startTicking();
	}

	private void restore() {
		Optional.ofNullable(settings.get("sort")).flatMap(kept -> columns.byKey(kept.replace("-", "")))
				.ifPresent(column -> wanted = wanted.sorted(column, settings.get("sort").startsWith("-")));
		Optional.ofNullable(settings.get("group")).ifPresent(this::groupBy);
	}

	public Composite control() {
		return whole;
	}

	/** The table itself, for a menu or drag and drop. */
	public Control table() {
		return grid.table();
	}

	/** Room beside the filter box for what this table's slice wants there. */
	public Composite tools() {
		return bar.tools();
	}

	/** New and changed rows. Any thread. */
	public void put(Collection<? extends R> newer) {
		rows.put(newer);
	}

	/** The row that is selected, else how many there are. */
	private String told() {
		List<R> selected = selection();
		return selected.isEmpty() ? look.say("table.count", grid.snapshot().shown())
				: String.join(", ", cells(columns.shown().stream().map(Columns.Shown::column).toList(), selected.getFirst()));
	}

	/** Any thread. */
	public void remove(Collection<? extends K> keys) {
		rows.remove(keys);
	}

	/** These rows and no others. Any thread. */
	public void replace(Collection<? extends R> only) {
		rows.replace(only);
	}

	public void onOpen(Consumer<R> then) {
		onOpen = then;
	}

	/** Told when a person selects other rows, and when selected rows come or go; not when they only say something new. */
	public void onSelect(Consumer<List<R>> then) {
		onSelect = then;
	}

	/** Told the selected rows whenever they are others or say something new: for what depends on what they say. */
	public void onSelected(Consumer<List<R>> then) {
		onSelected = then;
	}

	/** For a narrow place: above the table only the filter box and the tools. */
	public LiveTable<K, R> compact() {
		bar.compact();
		return this;
	}

	/** What the export button hands over; without this there is no such button. */
	public void onExport(Consumer<TableText> then) {
		bar.showExport(() -> then.accept(text()));
	}

	public void setEmptyState(EmptyState state) {
		emptyState = state;
		showWhatThereIs();
	}

	public List<R> selection() {
		return grid.selectedRows();
	}

	public void select(K key) {
		grid.select(new Id(key));
	}

	/** Shows only some rows, besides what the person filters. */
	public void narrow(Predicate<R> to) {
		arrange(wanted.narrowed(to));
	}

	/** As if a person had typed it. */
	public void filter(String text) {
		bar.setFilter(text);
	}

	public void groupBy(String columnKey) {
		group(columns.byKey(columnKey));
	}

	public void focusFilter() {
		bar.focus();
	}

	/** All rows as they are shown, in the shown columns and order. */
	public TableText text() {
		List<Column<R>> shown = columns.shown().stream().map(Columns.Shown::column).toList();
		return new TableText(shown.stream().map(Column::title).toList(),
				grid.snapshot().lines().stream().filter(Line.Entry.class::isInstance)
						.map(line -> cells(shown, ((Line.Entry<K, R>) line).row)).toList());
	}

	private List<String> cells(List<Column<R>> shown, R row) {
		return shown.stream().map(column -> column.text().apply(row)).toList();
	}

	private void group(Optional<Column<R>> column) {
		settings.put("group", column.map(Column::key).orElse(""));
		bar.showGrouping(column);
		arrange(wanted.grouped(column));
	}

	private void arrange(Arrangement<R> newly) {
		wanted = newly;
		startTicking();
		arrangeIfNeeded();
	}

	private void startTicking() {
		if (!isTicking && whole.isVisible()) {
			isTicking = true;
			tick();
		}
	}

	private void tick() {
		if (whole.isDisposed() || !whole.isVisible()) {
			isTicking = false;
			return;
		}
		arrangeIfNeeded();
		whole.getDisplay().timerExec(TICK_MILLIS, this::tick);
	}

	private void arrangeIfNeeded() {
		if (isArranging || !rows.hasNews() && wanted == grid.arrangement()) {
			return;
		}
		isArranging = true;
		Arrangement<R> by = wanted;
		CompletableFuture.supplyAsync(() -> rows.arrange(by), ARRANGING)
				.whenComplete((next, bug) -> look.later(whole, () -> show(next, by, bug)));
	}

	private void show(Snapshot<K, R> next, Arrangement<R> by, Throwable bug) {
		isArranging = false;
		if (bug != null) {
			throw new CompletionException(bug);
		}
		hasShown = true;
		grid.show(next, by);
		bar.showCount(next.shown(), next.total());
		showWhatThereIs();
		tellSelection();
		if (wanted != by) {
			arrangeIfNeeded();
		}
	}

	private void tellSelection() {
		List<R> now = selection();
		if (!now.equals(told)) {
			boolean areOthers = !now.stream().map(keyOf).toList().equals(told.stream().map(keyOf).toList());
			told = now;
			if (areOthers) {
				onSelect.accept(now);
			}
			onSelected.accept(now);
		}
	}

	private void showWhatThereIs() {
		Snapshot<K, R> snapshot = grid.snapshot();
		if (!hasShown || snapshot.shown() > 0) {
			top(grid.table());
		} else if (snapshot.total() == 0) {
			empty.show(emptyState);
			top(empty.control());
		} else if (grid.arrangement().isWordless()) {
			empty.show(EmptyState.of(Glyph.SEARCH, look.say("table.none_here")));
			top(empty.control());
		} else {
			empty.show(EmptyState.of(Glyph.SEARCH, look.say("table.all_hidden", snapshot.total()),
					look.say("table.clear_filter"), () -> {
						bar.setFilter("");
						grid.table().setFocus();
					}));
			top(empty.control());
		}
	}

	private void top(Control control) {
		StackLayout stack = (StackLayout) middle.getLayout();
		if (stack.topControl != control) {
			stack.topControl = control;
			middle.layout();
		}
	}

	private void columnsChanged() {
		grid.columnsChanged();
	}

	private void copySelection() {
		List<Column<R>> shown = columns.shown().stream().map(Columns.Shown::column).toList();
		List<List<String>> copied = new ArrayList<>();
		selection().forEach(row -> copied.add(cells(shown, row)));
		if (!copied.isEmpty()) {
			Clipboard clipboard = new Clipboard(whole.getDisplay());
			clipboard.setContents(new Object[] { new TableText(List.of(), copied).tsv(false) },
					new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		}
	}

	private final class TableGestures implements Grid.Gestures<R> {

		@Override
		public void open() {
			List<R> selected = selection();
			if (!selected.isEmpty()) {
				onOpen.accept(selected.getFirst());
			}
		}

		@Override
		public void sortBy(Column<R> column) {
			boolean isSame = wanted.sortedBy().filter(column::equals).isPresent();
			Arrangement<R> next = isSame && wanted.descending() ? wanted.unsorted() : wanted.sorted(column, isSame);
			settings.put("sort", next.sortedBy().map(by -> (next.descending() ? "-" : "") + by.key()).orElse(""));
			arrange(next);
		}

		@Override
		public void setOpen(String group, boolean isOpen) {
			Set<String> closed = new HashSet<>(wanted.closed());
			boolean isNew = isOpen ? closed.remove(group) : closed.add(group);
			if (isNew) {
				arrange(wanted.closed(closed));
			}
		}

		@Override
		public void copy() {
			copySelection();
		}

		@Override
		public void headerMenu(Column<R> column) {
			new HeaderMenu<>(look, column, wanted.groupedBy()).open(grid.table(), this::sortBy, LiveTable.this::group,
					() -> chooseColumns());
		}
	}

	private void chooseColumns() {
		new ColumnChooser<>(whole.getShell(), look, columns).open(this::columnsChanged);
	}

	private final class BarGestures implements TableBar.Gestures<R> {

		@Override
		public void search(String text) {
			arrange(wanted.searching(text));
		}

		@Override
		public void group(Optional<Column<R>> column) {
			LiveTable.this.group(column);
		}

		@Override
		public void chooseColumns() {
			LiveTable.this.chooseColumns();
		}

		@Override
		public void toTable() {
			NatTable table = grid.table();
			if (grid.anchoredLine().isEmpty() && !grid.snapshot().lines().isEmpty()) {
				grid.select(grid.line(0).id());
			}
			table.setFocus();
		}
	}
}
