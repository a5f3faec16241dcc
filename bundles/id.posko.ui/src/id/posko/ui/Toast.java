package id.posko.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** One sentence that lies over the window: mark, text, perhaps a button, and a cross to close it. */
final class Toast extends Composite {

	private static final int MARK = 18;
	private static final int TEXT_WIDTH = 320;

	Toast(Composite parent, Look look, Mark mark, String sentence, Optional<Say.Action> action) {
		super(parent, SWT.NONE);
		Look.named(this, "toast");
		look.paint(this, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 14;
		layout.marginHeight = 6;
		layout.verticalSpacing = 0;
		layout.horizontalSpacing = 10;
		setLayout(layout);
		addListener(SWT.Paint, event -> {
			Ink ink = new Ink(event.gc, look);
			Rectangle box = getClientArea();
			ink.frameRound(box, 2, look.color(Tone.LINE));
			ink.fill(new Rectangle(0, 0, 4, box.height), look.color(mark.tone()));
		});
		Canvas icon = new Canvas(this, SWT.NONE);
		look.paint(icon, Tone.TEXT, Tone.SURFACE);
		icon.addListener(SWT.Paint, event -> new Ink(event.gc, look).mark(mark, 1, 1, MARK));
		GridData iconData = new GridData(SWT.CENTER, SWT.TOP, false, false);
		iconData.widthHint = iconData.heightHint = MARK + 2;
		icon.setLayoutData(iconData);
		Label text = Look.named(new Label(this, SWT.WRAP), "toast.text");
		text.setText(sentence.replace("&", "&&"));
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		GridData textData = new GridData(SWT.FILL, SWT.CENTER, true, true);
		textData.widthHint = Math.min(TEXT_WIDTH, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		text.setLayoutData(textData);
		PushButton close = PushButton.icon(this, look, Glyph.CLOSE, look.say("sheet.close"), this::dispose);
		Look.named(close, "toast.close");
		close.setLayoutData(new GridData(SWT.END, SWT.TOP, false, false));
		action.ifPresent(a -> {
			PushButton button = new PushButton(this, look, PushButton.Weight.TOOL, Glyph.RIGHT, a.label(), () -> {
				a.act().run();
				fade();
			});
			Look.named(button, "toast.action");
			GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1);
			data.horizontalIndent = MARK + 2;
			button.setLayoutData(data);
		});
	}

	void fade() {
		if (!isDisposed()) {
			dispose();
		}
	}
}
