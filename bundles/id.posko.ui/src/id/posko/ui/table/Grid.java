package id.posko.ui.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.data.ISpanningDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.SpanningDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.cell.DataCell;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.painter.layer.CellLayerPainter;
import org.eclipse.nebula.widgets.nattable.resize.config.DefaultColumnResizeBindings;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.RowSelectionModel;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

import id.posko.ui.Face;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import id.posko.ui.table.Line.Entry;
import id.posko.ui.table.Line.Group;
import id.posko.ui.table.Rows.Snapshot;

/** The NatTable: shows one snapshot after another. UI thread only. */
final class Grid<K, R> {

	private static final String HEADER_LABEL = GridRegion.COLUMN_HEADER;

	private final Look look;
	private final Columns<R> columns;
	private final NatTable table;
	private final DataLayer body;
	private final SelectionLayer selection;
	private final ViewportLayer viewport;
	private List<Columns.Shown<R>> shown;
	private Snapshot<K, R> snapshot = new Snapshot<>(List.of(), 0, 0);
	private Arrangement<R> arrangement = Arrangement.none();
	private boolean isFitting;
	private Consumer<PositionCoordinate> onSelect = _ -> {
	};

	/** What a person does to the table with mouse and keys. */
	interface Gestures<R> {

		void open();

		void sortBy(Column<R> column);

		void setOpen(String group, boolean isOpen);

		void copy();

		void headerMenu(Column<R> column);
	}

	Grid(Composite parent, Look look, Columns<R> columns, Gestures<R> gestures) {
		this.look = look;
		this.columns = columns;
		this.shown = columns.shown();
		int lineHeight = rowHeight(parent);
		body = new SpanningDataLayer(new Cells(), 100, lineHeight);
		selection = new SelectionLayer(body, false);
		selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
		selection.setSelectionModel(new RowSelectionModel<>(selection, new Lines(), Line::id, true));
		selection.setLayerPainter(new CellLayerPainter());
		viewport = new ViewportLayer(selection);
		viewport.setRegionName(GridRegion.BODY);
		ColumnHeaderLayer header = new ColumnHeaderLayer(new DataLayer(new Titles(), 100, lineHeight + 4), viewport,
				selection, false, new CellLayerPainter());
		header.addConfiguration(new DefaultColumnResizeBindings());
		CompositeLayer both = new CompositeLayer(1, 2);
		both.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
		both.setChildLayer(GridRegion.BODY, viewport, 0, 1);
		table = new NatTable(parent, SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, both,
				false);
		table.addConfiguration(new Painters());
		table.addConfiguration(new GridBindings<>(this, gestures));
		table.configure();
		table.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		look.follow(table, this::recolor);
		new CellTip<>(this, look);
		fit();
		table.addListener(SWT.Resize, _ -> fit());
		table.addLayerListener(event -> {
			if (event instanceof ISelectionEvent) {
				onSelect.accept(selection.getSelectionAnchor());
			} else if (event instanceof ColumnResizeEvent resize && !isFitting) {
				resize.getColumnPositionRanges().forEach(range -> range.getMembers().forEach(this::keepWidth));
				fit();
			}
		});
	}

	private int rowHeight(Composite parent) {
		GC gc = new GC(parent);
		gc.setFont(look.font(Face.PLAIN));
		int height = gc.getFontMetrics().getHeight() + 11;
		gc.dispose();
		return height;
	}

	private void recolor() {
		table.setBackground(look.color(Tone.SURFACE));
		table.redraw();
	}

	NatTable table() {
		return table;
	}

	Arrangement<R> arrangement() {
		return arrangement;
	}

	Snapshot<K, R> snapshot() {
		return snapshot;
	}

	Line<K, R> line(int index) {
		return snapshot.lines().get(index);
	}

	Column<R> column(int position) {
		return shown.get(position).column();
	}

	int columnCount() {
		return shown.size();
	}

	String text(int column, int row) {
		return switch (line(row)) {
		case Entry<K, R> entry -> column(column).text().apply(entry.row);
		case Group<K, R> group -> group.name();
		};
	}

	void onSelect(Consumer<PositionCoordinate> then) {
		onSelect = then;
	}

	/** Shows the snapshot; the selected rows stay selected, wherever they have gone. */
	void show(Snapshot<K, R> next, Arrangement<R> by) {
		boolean isRearranged = !by.keepsRows(arrangement);
		PositionCoordinate anchor = selection.getSelectionAnchor();
		Optional<Line.Id> anchored = anchoredLine().map(Line::id);
		boolean sameSize = next.lines().size() == snapshot.lines().size();
		boolean sameView = sameSize && !isRearranged && visibleLines(next).equals(visibleLines(snapshot));
		snapshot = next;
		arrangement = by;
		if (!sameSize) {
			body.fireLayerEvent(new RowStructuralRefreshEvent(body));
		}
		anchored.map(next::indexOf).filter(at -> at >= 0).ifPresent(at -> {
			selection.moveSelectionAnchor(Math.max(0, anchor.columnPosition), at);
			selection.setLastSelectedCell(Math.max(0, anchor.columnPosition), at);
			if (isRearranged) {
				viewport.doCommand(new ShowRowInViewportCommand(at));
			}
		});
		if (!sameView) {
			table.redraw();
		}
	}

	/** Entries are equal only if they are the same one. */
	private List<Line<K, R>> visibleLines(Snapshot<K, R> of) {
		int first = Math.max(0, Math.min(viewport.getRowIndexByPosition(0), of.lines().size()));
		return of.lines().subList(first, Math.min(of.lines().size(), first + viewport.getRowCount() + 1));
	}

	/** The line of the last click or key, if it is still there. */
	Optional<Line<K, R>> anchoredLine() {
		int row = selection.getSelectionAnchor().rowPosition;
		return row < 0 || row >= snapshot.lines().size() || !selection.isRowPositionSelected(row) ? Optional.empty()
				: Optional.of(line(row));
	}

	/** The rows a person selected and can see, in the order they are shown in. */
	List<R> selectedRows() {
		return snapshot.lines().isEmpty() ? List.of() : selection.getSelectedRowPositions().stream()
				.flatMap(range -> range.getMembers().stream()).sorted().filter(at -> at >= 0 && at < snapshot.lines().size())
				.map(this::line).map(line -> line instanceof Entry<K, R> entry ? entry.row : null)
				.filter(Objects::nonNull).toList();
	}

	boolean isSelected(int index) {
		return selection.isRowPositionSelected(index);
	}

	/** Selects nothing if the row is not shown. */
	void select(Line.Id id) {
		int at = snapshot.indexOf(id);
		if (at >= 0) {
			selection.selectRow(0, at, false, false);
			viewport.doCommand(new ShowRowInViewportCommand(at));
		} else {
			selection.clear();
		}
	}

	void move(int from, int to) {
		columns.move(from, to);
		columnsChanged();
	}

	/** The columns have changed: other ones, another order. */
	void columnsChanged() {
		shown = columns.shown();
		body.resetColumnWidthConfiguration(false);
		body.fireLayerEvent(new ColumnStructuralRefreshEvent(body));
		fit();
		table.redraw();
	}

	private void keepWidth(int position) {
		for (int i = 0; i < shown.size(); i++) {
			if (i == position || i < shown.size() - 1) {
				columns.setWidth(i, body.getColumnWidthByPosition(i));
			}
		}
		shown = columns.shown();
	}

	/** What a window has more than the columns need goes to those of words, what is left to the last one. */
	private void fit() {
		int place = table.getClientArea().width;
		List<Integer> widths = Widths.fitting(shown, place);
		isFitting = true;
		for (int i = 0; i < shown.size(); i++) {
			if (widths.get(i) != body.getColumnWidthByPosition(i)) {
				body.setColumnWidthByPosition(i, widths.get(i));
			}
		}
		isFitting = false;
	}

	private final class Painters extends AbstractRegistryConfiguration {
		@Override
		public void configureRegistry(IConfigRegistry registry) {
			CellPainter<K, R> cells = new CellPainter<>(Grid.this, look);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, cells);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, cells, DisplayMode.SELECT);
			HeaderPainter<K, R> titles = new HeaderPainter<>(Grid.this, look);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, titles, DisplayMode.NORMAL,
					HEADER_LABEL);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, titles, DisplayMode.SELECT,
					HEADER_LABEL);
		}
	}

	private class Cells implements ISpanningDataProvider {

		@Override
		public DataCell getCellByPosition(int column, int row) {
			return line(row) instanceof Group ? new DataCell(0, row, shown.size(), 1) : new DataCell(column, row);
		}

		@Override
		public Object getDataValue(int column, int row) {
			return text(column, row);
		}

		@Override
		public void setDataValue(int column, int row, Object value) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int getColumnCount() {
			return shown.size();
		}

		@Override
		public int getRowCount() {
			return snapshot.lines().size();
		}
	}

	private final class Lines extends Cells implements IRowDataProvider<Line<K, R>> {

		@Override
		public Line<K, R> getRowObject(int index) {
			return index < snapshot.lines().size() ? line(index) : null;
		}

		@Override
		public int indexOfRowObject(Line<K, R> line) {
			return snapshot.indexOf(line.id());
		}
	}

	private final class Titles implements IDataProvider {

		@Override
		public Object getDataValue(int column, int row) {
			return column(column).title();
		}

		@Override
		public void setDataValue(int column, int row, Object value) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int getColumnCount() {
			return shown.size();
		}

		@Override
		public int getRowCount() {
			return 1;
		}
	}
}
