package id.posko.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One sentence in one line: mark, text, perhaps a button, and a cross to close it. */
final class Toast extends Composite {

	private static final int MARK = 16;

	private final String sentence;
	private final boolean answers;

	/** @param answers whether it is about what a person just did */
	Toast(Composite parent, Look look, Mark mark, String sentence, Optional<Say.Action> action, boolean answers) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.sentence = sentence;
		this.answers = answers;
		Look.named(this, "toast");
		look.paint(this, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3 + (action.isPresent() ? 1 : 0), false);
		layout.marginHeight = 1;
		layout.marginWidth = 2;
		layout.marginLeft = 10;
		layout.horizontalSpacing = 4;
		setLayout(layout);
		addListener(SWT.Paint, event -> {
			Ink ink = new Ink(event.gc, look);
			ink.fill(new Rectangle(0, 0, getClientArea().width, 1), look.color(Tone.LINE));
			ink.fill(new Rectangle(0, 0, 4, getClientArea().height), look.color(mark.tone()));
		});
		Canvas icon = new Canvas(this, SWT.NONE);
		look.paint(icon, Tone.TEXT, Tone.SURFACE);
		Look.spoken(icon, () -> sentence);
		icon.addListener(SWT.Paint, event -> new Ink(event.gc, look).mark(mark, 1, 1, MARK));
		GridData iconData = new GridData(SWT.CENTER, SWT.CENTER, false, false);
		iconData.widthHint = iconData.heightHint = MARK + 2;
		icon.setLayoutData(iconData);
		CLabel text = Look.named(new CLabel(this, SWT.NONE), "toast.text");
		text.setText(sentence.replace("&", "&&"));
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
		action.ifPresent(a -> {
			PushButton button = new PushButton(this, look, PushButton.Weight.TOOL, Glyph.RIGHT, a.label(), () -> {
				a.act().run();
				close();
			});
			Look.named(button, "toast.action");
		});
		PushButton close = PushButton.icon(this, look, Glyph.CLOSE, look.say("sheet.close"), this::close);
		Look.named(close, "toast.close").setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
		int wide = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		int besides = computeSize(SWT.DEFAULT, SWT.DEFAULT).x - wide;
		addListener(SWT.Resize, _ -> {
			((GridData) text.getLayoutData()).widthHint = Math.max(0, Math.min(wide, getClientArea().width - besides));
			layout();
		});
	}

	boolean says(String other) {
		return sentence.equals(other);
	}

	boolean answers() {
		return answers;
	}

	/** Whether the mouse or the keyboard is in it. */
	boolean isInUse() {
		return !isDisposed() && (has(getDisplay().getFocusControl()) || has(getDisplay().getCursorControl()));
	}

	private boolean has(Control control) {
		return control != null && (control == this || control.getParent() == this);
	}

	private void close() {
		if (!isDisposed()) {
			dispose();
		}
	}
}
