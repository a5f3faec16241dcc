package id.posko.health.ui;

import java.time.Instant;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import id.posko.health.Spoken;
import id.posko.health.Transition;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** When a device's state changed, the newest first. */
final class Turns {

	private static final int ROW = 24;
	private static final int MARK = 13;

	private final Composite whole;
	private final Look look;
	private final States states;
	private final Table table;
	private List<Transition> shown = List.of();

	Turns(Composite parent, Look look, Words words) {
		this.look = look;
		states = new States(look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = 0;
		whole.setLayout(layout);
		Label title = new Label(whole, SWT.NONE);
		title.setText(words.say("turns"));
		look.paint(title, Tone.MUTED, Tone.SURFACE);
		table = Look.named(new Table(whole, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), "summary.turns");
		table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		look.paint(table, Tone.TEXT, Tone.SURFACE);
		table.addListener(SWT.MeasureItem, event -> event.height = ROW);
		table.addListener(SWT.EraseItem, this::erase);
		table.addListener(SWT.PaintItem, this::paint);
	}

	Composite control() {
		return whole;
	}

	void show(List<Transition> newestFirst, Spoken spoken, Instant now) {
		if (newestFirst.equals(shown)) {
			return;
		}
		shown = List.copyOf(newestFirst);
		table.removeAll();
		for (Transition turn : shown) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(spoken.time(turn.at(), now));
			item.setData(turn);
		}
	}

	private void erase(Event event) {
		boolean isSelected = (event.detail & SWT.SELECTED) != 0;
		new Ink(event.gc, look).fill(new Rectangle(0, event.y, table.getClientArea().width, event.height),
				look.color(isSelected ? Tone.SELECTED : Tone.SURFACE));
		event.detail &= ~(SWT.FOREGROUND | SWT.SELECTED | SWT.HOT | SWT.BACKGROUND);
	}

	private void paint(Event event) {
		TableItem item = (TableItem) event.item;
		if (!(item.getData() instanceof Transition turn)) {
			return;
		}
		Ink ink = new Ink(event.gc, look);
		Mark mark = States.mark(turn.to());
		int right = table.getClientArea().width - 4;
		int time = ink.extent(item.getText(), look.font(Face.SMALL)).x;
		ink.mark(mark, 2, event.y + (ROW - MARK) / 2, MARK);
		ink.text(states.name(turn.to()), new Rectangle(24, event.y, right - time - 32, ROW), look.font(Face.PLAIN),
				look.color(Tone.TEXT));
		ink.text(item.getText(), new Rectangle(right - time, event.y, time, ROW), look.font(Face.SMALL),
				look.color(Tone.MUTED));
	}
}
