package id.posko.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A titled sheet with round corners on the ground of the window: fills its parent. */
public final class Card {

	private static final int MARGIN = 7;
	private static final int PADDING = 18;

	private final Composite body;

	public Card(Composite parent, Look look, String name, String title) {
		parent.setLayout(new FillLayout());
		Composite ground = Look.named(new Composite(parent, SWT.DOUBLE_BUFFERED), name);
		look.paint(ground, Tone.TEXT, Tone.WINDOW);
		GridLayout layout = new GridLayout(1, false);
		layout.marginWidth = layout.marginHeight = MARGIN + PADDING;
		layout.verticalSpacing = 14;
		ground.setLayout(layout);
		ground.addListener(SWT.Paint, event -> {
			Rectangle area = ground.getClientArea();
			Rectangle sheet = new Rectangle(MARGIN, MARGIN, area.width - 2 * MARGIN, area.height - 2 * MARGIN);
			Ink ink = new Ink(event.gc, look);
			ink.fillRound(sheet, 8, look.color(Tone.SURFACE));
			ink.frameRound(sheet, 8, look.color(Tone.LINE));
		});
		Label heading = new Label(ground, SWT.NONE);
		heading.setText(title);
		heading.setFont(look.font(Face.HEADING));
		look.paint(heading, Tone.TEXT, Tone.SURFACE);
		body = new Composite(ground, SWT.NONE);
		body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		look.paint(body, Tone.TEXT, Tone.SURFACE);
	}

	public Composite body() {
		return body;
	}
}
