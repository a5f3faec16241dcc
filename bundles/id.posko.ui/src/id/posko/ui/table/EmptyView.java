package id.posko.ui.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;

/** Stands where the rows would be: an icon, a sentence, a button. */
final class EmptyView {

	private static final int ICON = 44;

	private final Composite whole;
	private final Look look;
	private final String name;
	private EmptyState shown;

	EmptyView(Composite parent, Look look, String name) {
		this.look = look;
		this.name = name;
		whole = Look.named(new Composite(parent, SWT.NONE), name + ".empty");
		look.paint(whole, Tone.MUTED, Tone.SURFACE);
		GridLayout layout = new GridLayout(1, false);
		layout.verticalSpacing = 12;
		whole.setLayout(layout);
	}

	Control control() {
		return whole;
	}

	void show(EmptyState state) {
		if (shown != null && shown.sentence().equals(state.sentence())) {
			return;
		}
		shown = state;
		for (Control child : whole.getChildren()) {
			child.dispose();
		}
		Canvas icon = new Canvas(whole, SWT.NONE);
		look.paint(icon, Tone.FAINT, Tone.SURFACE);
		Look.spoken(icon, state::sentence);
		icon.addListener(SWT.Paint,
				event -> new Ink(event.gc, look).glyph(state.glyph(), 0, 0, ICON, look.color(Tone.FAINT)));
		GridData iconData = new GridData(SWT.CENTER, SWT.END, true, true);
		iconData.widthHint = iconData.heightHint = ICON + 2;
		icon.setLayoutData(iconData);
		Label sentence = new Label(whole, SWT.WRAP | SWT.CENTER);
		sentence.setText(state.sentence());
		sentence.setFont(look.font(Face.PLAIN));
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		GridData text = new GridData(SWT.CENTER, state.step().isEmpty() ? SWT.TOP : SWT.CENTER, true,
				state.step().isEmpty());
		text.widthHint = 380;
		sentence.setLayoutData(text);
		state.step().ifPresent(step -> {
			PushButton button = new PushButton(whole, look, PushButton.Weight.MAIN, null, step.label(), step.act());
			Look.named(button, name + ".empty.step");
			button.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, true));
		});
		whole.layout();
	}
}
