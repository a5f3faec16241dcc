package id.posko.health.ui;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

import id.posko.health.DeviceHealth;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;

/**
 * Shows a view anew when what it looks at has changed: twice a second at most, and only while it can be seen. Belongs
 * to the UI thread.
 */
final class Redraw {

	private static final int MILLIS = 500;

	private final Control view;
	private final Runnable show;
	private volatile boolean isStale = true;

	/** @param concerns which devices the view shows; asked on any thread */
	Redraw(Control view, Watching watching, Predicate<DeviceHealth> concerns, Runnable show) {
		this.view = view;
		this.show = show;
		Inventory.Subscription watched = watching.watch(new Watching.Viewer() {
			@Override
			public void all(Fleet fleet, List<DeviceHealth> healths) {
				isStale = true;
			}

			@Override
			public void changed(List<DeviceHealth> healths) {
				isStale |= healths.stream().anyMatch(concerns);
			}
		});
		view.addListener(SWT.Dispose, _ -> watched.close());
		every(this::ifSeen);
	}

	Redraw(Control view, Watching watching, Runnable show) {
		this(view, watching, _ -> true, show);
	}

	/** The view looks at something else: shown at once, or when it is seen. */
	void anew() {
		isStale = true;
		ifSeen();
	}

	private void ifSeen() {
		if (isStale && !view.isDisposed() && view.isVisible()) {
			isStale = false;
			show.run();
		}
	}

	/** Twice a second as long as the view exists. */
	void every(Runnable look) {
		if (!view.isDisposed()) {
			look.run();
			view.getDisplay().timerExec(MILLIS, () -> every(look));
		}
	}
}
