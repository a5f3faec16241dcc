package id.posko.health.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** The head of a page: a mark, a small line, and under it the sentence that matters, in full. */
final class Headline {

	private static final int MARK = 24;

	private final Composite whole;
	private final Canvas light;
	private final Label small;
	private final Label sentence;
	private Mark mark = Mark.NONE;

	/** @param name begins the names of its parts: {@code NAME.small}, {@code NAME.sentence} */
	Headline(Composite parent, Look look, String name) {
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.horizontalSpacing = 10;
		layout.verticalSpacing = 1;
		whole.setLayout(layout);
		light = Look.named(new Canvas(whole, SWT.DOUBLE_BUFFERED), name + ".light");
		GridData lightData = new GridData(SWT.CENTER, SWT.CENTER, false, false, 1, 2);
		lightData.widthHint = lightData.heightHint = MARK + 4;
		light.setLayoutData(lightData);
		look.paint(light, Tone.TEXT, Tone.SURFACE);
		light.addListener(SWT.Paint, event -> new Ink(event.gc, look).mark(mark, 2, 2, MARK));
		small = Look.named(new Label(whole, SWT.NONE), name + ".small");
		small.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(small, Tone.MUTED, Tone.SURFACE);
		sentence = Look.named(new Label(whole, SWT.WRAP), name + ".sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.widthHint = 200;
		sentence.setLayoutData(sentenceData);
		sentence.setFont(look.font(Face.HEADING));
		look.paint(sentence, Tone.TEXT, Tone.SURFACE);
	}

	Composite control() {
		return whole;
	}

	void show(Mark newMark, String above, String said) {
		mark = newMark;
		light.redraw();
		set(small, above);
		if (set(sentence, said)) {
			whole.getParent().layout(true, true);
		}
	}

	private static boolean set(Label label, String text) {
		String mnemonicFree = text.replace("&", "&&");
		boolean isNew = !mnemonicFree.equals(label.getText());
		if (isNew) {
			label.setText(mnemonicFree);
		}
		return isNew;
	}
}
