package id.posko.health.ui;

import java.util.List;
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** Readings by group; a rejected value is grey, and so is one of the past. Where a value comes from is its tool tip. */
final class ReadingsTable {

	private static final int ROW = 24;
	private static final int INDENT = 12;
	private static final int NAME = 270;
	private static final int GAP = 12;

	private final Look look;
	private final Table table;
	private List<ReadingLine> shown = List.of();

	ReadingsTable(Composite parent, Look look) {
		this.look = look;
		table = Look.named(new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), "readings.table");
		look.paint(table, Tone.TEXT, Tone.SURFACE);
		table.addListener(SWT.MeasureItem, event -> event.height = ROW);
		table.addListener(SWT.EraseItem, this::erase);
		table.addListener(SWT.PaintItem, this::paint);
		table.addListener(SWT.MouseMove, event -> tell(table.getItem(new Point(event.x, event.y))));
	}

	Table control() {
		return table;
	}

	/** Lines that are there already only change their texts, so that one can read on. */
	void show(List<ReadingLine> lines) {
		if (lines.equals(shown)) {
			return;
		}
		shown = lines;
		while (table.getItemCount() > lines.size()) {
			table.getItem(table.getItemCount() - 1).dispose();
		}
		for (int i = 0; i < lines.size(); i++) {
			TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
			item.setText(lines.get(i).name() + ": " + lines.get(i).value());
			item.setData(lines.get(i));
		}
		table.redraw();
	}

	private void tell(TableItem item) {
		String tip = item != null && item.getData() instanceof ReadingLine line && !line.source().isEmpty()
				? line.source().replace("&", "&&") : null;
		if (!Objects.equals(tip, table.getToolTipText())) {
			table.setToolTipText(tip);
		}
	}

	private void erase(Event event) {
		TableItem item = (TableItem) event.item;
		boolean isSelected = (event.detail & SWT.SELECTED) != 0;
		boolean isHead = item.getData() instanceof ReadingLine line && line.kind() == ReadingLine.Kind.HEAD;
		Tone tone = isSelected ? Tone.SELECTED : isHead ? Tone.RAISED : Tone.SURFACE;
		new Ink(event.gc, look).fill(new Rectangle(0, event.y, table.getClientArea().width, event.height),
				look.color(tone));
		event.detail &= ~(SWT.FOREGROUND | SWT.SELECTED | SWT.HOT | SWT.BACKGROUND);
	}

	private void paint(Event event) {
		if (!(event.item.getData() instanceof ReadingLine line)) {
			return;
		}
		Ink ink = new Ink(event.gc, look);
		int width = table.getClientArea().width;
		boolean isHead = line.kind() == ReadingLine.Kind.HEAD;
		boolean isGrey = line.kind() == ReadingLine.Kind.REJECTED || line.kind() == ReadingLine.Kind.PAST;
		int left = isHead ? 6 : 6 + INDENT;
		ink.text(line.name(), new Rectangle(left, event.y, NAME - left, ROW), look.font(isHead ? Face.BOLD : Face.PLAIN),
				look.color(isGrey ? Tone.FAINT : isHead ? Tone.TEXT : Tone.MUTED));
		int valueWidth = ink.extent(line.value(), look.font(isHead ? Face.SMALL : Face.PLAIN)).x;
		ink.text(line.value(), new Rectangle(NAME, event.y, width - NAME - GAP, ROW),
				look.font(isHead ? Face.SMALL : Face.PLAIN),
				look.color(isGrey ? Tone.FAINT : isHead ? Tone.MUTED : Tone.TEXT));
		int sourceLeft = Math.max(2 * NAME - 40, NAME + valueWidth + 2 * GAP);
		ink.text(line.source(), new Rectangle(sourceLeft, event.y, width - sourceLeft - GAP, ROW), look.font(Face.SMALL),
				look.color(Tone.FAINT));
	}
}
