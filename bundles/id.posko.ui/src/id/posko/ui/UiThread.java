package id.posko.ui;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** The thread that all widgets live on. Any thread may hand it something to do. */
public record UiThread(Display display) {

	/** Of the thread that asks. */
	public static UiThread current() {
		return new UiThread(Display.getCurrent());
	}

	/** Does it soon, unless the window is gone. */
	public void later(Runnable then) {
		if (!display.isDisposed()) {
			display.asyncExec(then);
		}
	}

	/** Does it soon, unless the control is gone by then. */
	public void later(Control control, Runnable then) {
		later(() -> {
			if (!control.isDisposed()) {
				then.run();
			}
		});
	}

	/** Whether the system's own windows are dark. */
	public boolean isDarkSystem() {
		return Display.isSystemDarkTheme();
	}
}
