package id.posko.ui;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A field to type a filter into: Esc empties it (and closes no sheet while it is not empty), Enter and Down go on to what it filters. */
public final class FilterBox extends Composite {

	private static final int ICON = 16;
	/** The system draws a frame of its own around a field: it is cut off. */
	private static final int FRAME = 4;

	private final Text text;
	private final Look look;

	public FilterBox(Composite parent, Look look, String hint, Consumer<String> search, Runnable goOn) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		setLayout(new FormLayout());
		look.paint(this, Tone.TEXT, Tone.SURFACE);
		Composite clip = new Composite(this, SWT.NONE);
		look.paint(clip, Tone.TEXT, Tone.SURFACE);
		text = new Text(clip, SWT.SINGLE);
		clip.addListener(SWT.Resize, _ -> text.setBounds(-FRAME, 1 - FRAME, clip.getSize().x + 2 * FRAME,
				clip.getSize().y + 2 * FRAME - 2));
		text.setMessage(hint);
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		FormData place = new FormData();
		place.left = new FormAttachment(0, ICON + 18);
		place.right = new FormAttachment(100, -6);
		place.top = new FormAttachment(0, 2);
		place.bottom = new FormAttachment(100, -2);
		place.height = lineHeight() + 6;
		clip.setLayoutData(place);
		text.addListener(SWT.Modify, _ -> search.accept(text.getText()));
		text.addListener(SWT.KeyDown, event -> {
			if (event.character == SWT.ESC) {
				text.setText("");
			} else if (event.character == SWT.CR || event.keyCode == SWT.ARROW_DOWN) {
				goOn.run();
			}
		});
		text.addListener(SWT.Traverse,
				event -> event.doit &= event.detail != SWT.TRAVERSE_ESCAPE || text.getCharCount() == 0);
		text.addListener(SWT.FocusIn, _ -> redraw());
		text.addListener(SWT.FocusOut, _ -> redraw());
		addListener(SWT.Paint, event -> {
			Ink ink = new Ink(event.gc, look);
			ink.frameRound(getClientArea(), 5, look.color(text.isFocusControl() ? Tone.ACCENT : Tone.LINE));
			ink.glyph(Glyph.SEARCH, 9, (getClientArea().height - ICON) / 2, ICON, look.color(Tone.MUTED));
		});
		addListener(SWT.MouseDown, _ -> text.setFocus());
	}

	private int lineHeight() {
		GC gc = new GC(text);
		int height = gc.getFontMetrics().getHeight();
		gc.dispose();
		return height;
	}

	public Text text() {
		return text;
	}

	@Override
	public void redraw() {
		if (look != null) {
			super.redraw();
		}
	}
}
