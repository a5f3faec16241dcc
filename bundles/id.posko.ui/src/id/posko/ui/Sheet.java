package id.posko.ui;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * A small window over the console with a title, a body to fill, and two buttons. Esc closes it; what is wrong is said
 * in its own last line.
 */
public final class Sheet {

	private final Shell shell;
	private final Look look;
	private final String name;
	private final Composite body;
	private final Label complaint;
	private PushButton main;

	/** @param name begins the names by which tests find its parts: {@code NAME.ok}, {@code NAME.cancel} … */
	public Sheet(Shell parent, Look look, String name, String title) {
		this.look = look;
		this.name = name;
		shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL | SWT.RESIZE);
		shell.setText(title);
		Look.named(shell, name);
		look.paint(shell, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(1, false);
		layout.marginWidth = 20;
		layout.marginHeight = 16;
		layout.verticalSpacing = 12;
		shell.setLayout(layout);
		Label heading = new Label(shell, SWT.NONE);
		heading.setText(title);
		heading.setFont(look.font(Face.HEADING));
		look.paint(heading, Tone.TEXT, Tone.SURFACE);
		body = new Composite(shell, SWT.NONE);
		body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		look.paint(body, Tone.TEXT, Tone.SURFACE);
		GridLayout bodyLayout = new GridLayout();
		bodyLayout.marginWidth = bodyLayout.marginHeight = 0;
		body.setLayout(bodyLayout);
		complaint = Look.named(new Label(shell, SWT.WRAP), name + ".complaint");
		GridData complaintData = new GridData(SWT.FILL, SWT.TOP, true, false);
		complaintData.exclude = true;
		complaint.setLayoutData(complaintData);
		look.paint(complaint, Tone.BAD, Tone.SURFACE);
	}

	/** One column without margins, until it is given another layout. */
	public Composite body() {
		return body;
	}

	public Shell shell() {
		return shell;
	}

	/** Says what is wrong; false, so that it can be returned by what {@link #open} was given. */
	public boolean complain(String sentence) {
		complaint.setText(sentence.replace("&", "&&"));
		((GridData) complaint.getLayoutData()).exclude = sentence.isEmpty();
		complaint.setVisible(!sentence.isEmpty());
		grow();
		return false;
	}

	/** Shows it and returns at once. @param accept asked by the main button; the sheet closes if it says so */
	public void open(String verb, BooleanSupplier accept) {
		Composite buttons = new Composite(shell, SWT.NONE);
		look.paint(buttons, Tone.TEXT, Tone.SURFACE);
		buttons.setLayoutData(new GridData(SWT.END, SWT.BOTTOM, true, false));
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.horizontalSpacing = 8;
		buttons.setLayout(layout);
		Look.named(new PushButton(buttons, look, PushButton.Weight.NORMAL, null, look.say("sheet.cancel"),
				shell::close), name + ".cancel");
		Runnable act = () -> {
			if (accept.getAsBoolean()) {
				shell.close();
			}
		};
		main = Look.named(new PushButton(buttons, look, PushButton.Weight.MAIN, null, verb, act), name + ".ok");
		onEnter(body, () -> {
			if (main.isEnabled()) {
				act.run();
			}
		});
		show();
	}

	/** Whether the main button may be pressed. */
	public void allow(boolean isAllowed) {
		main.setEnabled(isAllowed);
	}

	/** Shows it with one button that closes it. */
	public void open(String verb) {
		PushButton close = new PushButton(shell, look, PushButton.Weight.MAIN, null, verb, shell::close);
		Look.named(close, name + ".ok");
		close.setLayoutData(new GridData(SWT.END, SWT.BOTTOM, true, false));
		show();
	}

	private void grow() {
		shell.layout(true, true);
		Point needed = shell.computeSize(shell.getSize().x, SWT.DEFAULT);
		if (needed.y > shell.getSize().y) {
			shell.setSize(shell.getSize().x, needed.y);
		}
	}

	/** Enter in a line of text presses the main button. */
	private void onEnter(Composite in, Runnable act) {
		for (Control child : in.getChildren()) {
			if (child instanceof Composite inner && !(child instanceof Combo)) {
				onEnter(inner, act);
			} else if (child instanceof Text) {
				child.addListener(SWT.DefaultSelection, _ -> act.run());
			}
		}
	}

	private void show() {
		shell.addListener(SWT.Paint, event -> {
			Rectangle area = shell.getClientArea();
			event.gc.setForeground(look.color(Tone.LINE));
			event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
		});
		shell.pack();
		Point size = shell.getSize();
		Rectangle around = shell.getParent().getBounds();
		shell.setSize(Math.max(size.x, 360), size.y);
		shell.setLocation(around.x + (around.width - shell.getSize().x) / 2,
				around.y + Math.max(40, (around.height - size.y) / 3));
		shell.open();
	}
}
