package id.posko.app;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** One page's entry in the rail: icon above word. */
final class RailItem extends Canvas {

	private static final int WIDTH = 84;
	private static final int HEIGHT = 62;
	private static final int ICON = 24;

	private final Look look;
	private final Glyph glyph;
	private final String word;
	private boolean isOn;
	private boolean isHovered;

	RailItem(Composite parent, Look look, Glyph glyph, String word, int number, Runnable go) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.glyph = glyph;
		this.word = word;
		setToolTipText(word + "  Ctrl+" + number);
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseEnter, _ -> hover(true));
		addListener(SWT.MouseExit, _ -> hover(false));
		addListener(SWT.MouseDown, _ -> notifyListeners(SWT.Selection, new Event()));
		addListener(SWT.KeyDown, event -> {
			if (event.character == ' ' || event.character == SWT.CR) {
				notifyListeners(SWT.Selection, new Event());
			}
		});
		addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
		addListener(SWT.FocusIn, _ -> redraw());
		addListener(SWT.FocusOut, _ -> redraw());
		addListener(SWT.Selection, _ -> go.run());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = RailItem.this.word;
			}
		});
	}

	void setOn(boolean nowOn) {
		isOn = nowOn;
		redraw();
	}

	private void hover(boolean over) {
		isHovered = over;
		redraw();
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		return new Point(WIDTH, HEIGHT);
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle box = getClientArea();
		ink.fill(box, look.color(Tone.FRAME));
		if (isOn || isHovered) {
			ink.fillRound(box, 7, look.color(isOn ? Tone.SURFACE : Tone.HOVER));
		}
		if (isOn) {
			ink.fillRound(new Rectangle(box.x, box.y + 14, 4, box.height - 28), 2, look.color(Tone.ACCENT));
		}
		Tone tone = isOn ? Tone.ACCENT : Tone.MUTED;
		ink.glyph(glyph, box.x + (box.width - ICON) / 2, box.y + 9, ICON, look.color(tone));
		ink.text(word, new Rectangle(box.x + 4, box.y + 35, box.width - 8, 22), look.font(Face.SMALL),
				look.color(isOn ? Tone.TEXT : Tone.MUTED), SWT.CENTER);
		if (isFocusControl()) {
			ink.frameRound(new Rectangle(box.x + 1, box.y + 1, box.width - 2, box.height - 2), 6, look.color(Tone.ACCENT));
		}
	}
}
