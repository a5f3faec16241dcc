package id.posko.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Locks the session when nobody touched keys or mouse for a while. */
final class IdleLock {

	private static final Duration PATIENCE = Duration.ofMinutes(10);
	private static final int LOOK_EVERY_MILLIS = 15_000;

	private final InstantSource clock;
	private final Session session;
	private Instant touched;

	IdleLock(InstantSource clock, Session session) {
		this.clock = clock;
		this.session = session;
		touched = clock.instant();
	}

	/** Until the window is closed. */
	void watch(Shell window) {
		Display display = window.getDisplay();
		for (int event : new int[] { SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseWheel, SWT.Selection }) {
			display.addFilter(event, _ -> touched = clock.instant());
		}
		Runnable look = new Runnable() {
			@Override
			public void run() {
				if (!window.isDisposed()) {
					lockIfIdle();
					display.timerExec(LOOK_EVERY_MILLIS, this);
				}
			}
		};
		display.timerExec(LOOK_EVERY_MILLIS, look);
	}

	/** A clock that was set back counts as idle, too: it locks rather than not. */
	void lockIfIdle() {
		Duration idle = Duration.between(touched, clock.instant());
		if (idle.isNegative() || idle.compareTo(PATIENCE) >= 0) {
			session.lock();
			touched = clock.instant();
		}
	}
}
