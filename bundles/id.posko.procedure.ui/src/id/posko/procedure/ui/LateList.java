package id.posko.procedure.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.procedure.desk.Waiting;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** A few runs, the most urgent first, each with what is said of it; arrows go through them, Enter or a click opens one. */
final class LateList extends Canvas {

	private static final int ROW = 48;
	private static final int MARK = 15;

	/** @param said below its title: the step, and how late it is */
	record Item(Waiting waiting, String said) {

		Mark mark() {
			return waiting.isLate() ? Mark.BAD : waiting.isMine() ? Mark.WARN : Mark.NONE;
		}

		String title() {
			return waiting.run().procedure().title();
		}
	}

	private final Look look;
	private final Consumer<Waiting> open;
	private List<Item> items = List.of();
	private int at = -1;

	LateList(Composite parent, Look look, Consumer<Waiting> open) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.open = open;
		Look.spoken(this, this::told);
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseMove, event -> hover(event.y / ROW));
		addListener(SWT.MouseExit, _ -> hover(-1));
		addListener(SWT.MouseUp, event -> item(event.y / ROW).ifPresent(item -> open.accept(item.waiting())));
		addListener(SWT.KeyDown, event -> press(event.keyCode));
		addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		addListener(SWT.FocusIn, _ -> hover(Math.max(at, 0)));
		addListener(SWT.FocusOut, _ -> hover(-1));
	}

	void show(List<Item> now) {
		items = now;
		redraw();
	}

	private Optional<Item> item(int number) {
		return number >= 0 && number < Math.min(items.size(), getClientArea().height / ROW) ? Optional.of(items.get(number))
				: Optional.empty();
	}

	private void hover(int number) {
		int next = item(number).isPresent() ? number : -1;
		if (next != at) {
			at = next;
			setCursor(at < 0 ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
			redraw();
		}
	}

	private void press(int key) {
		switch (key) {
		case SWT.ARROW_DOWN -> item(at + 1).ifPresent(_ -> hover(at + 1));
		case SWT.ARROW_UP -> item(at - 1).ifPresent(_ -> hover(at - 1));
		case SWT.CR, SWT.KEYPAD_CR -> item(at).ifPresent(item -> open.accept(item.waiting()));
		default -> {
			// no other key means anything here
		}
		}
	}

	private String told() {
		return item(at).or(() -> item(0)).map(item -> item.title() + ". " + item.said()).orElse("");
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle area = getClientArea();
		ink.fill(area, look.color(Tone.SURFACE));
		for (int i = 0; item(i).isPresent(); i++) {
			Item item = items.get(i);
			Rectangle box = new Rectangle(0, i * ROW, area.width, ROW);
			if (i == at) {
				ink.fillRound(box, 4, look.color(Tone.HOVER));
				if (isFocusControl()) {
					ink.frameRound(box, 4, look.color(Tone.ACCENT));
				}
			}
			ink.mark(item.mark(), 4, box.y + 7, MARK);
			int x = MARK + 13;
			ink.text(item.title(), new Rectangle(x, box.y + 2, area.width - x - 4, ROW / 2), look.font(Face.PLAIN),
					look.color(Tone.TEXT));
			ink.text(item.said(), new Rectangle(x, box.y + ROW / 2 - 2, area.width - x - 4, ROW / 2), look.font(Face.SMALL),
					look.color(item.waiting().isLate() ? Tone.BAD : Tone.MUTED));
		}
	}
}
