package id.posko.app;

import java.util.Locale;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.e4.ui.internal.workbench.swt.IEventLoopAdvisor;
import org.eclipse.swt.widgets.Display;

import id.posko.staff.NotPermitted;
import id.posko.ui.Say;

/** What nobody expected on the UI thread: said in one line, logged once; the window goes on. */
record Mistakes(Say say) implements IEventLoopAdvisor {

	@Override
	public void eventLoopIdle(Display idle) {
		idle.sleep();
	}

	@Override
	public void eventLoopException(Throwable bug) {
		tell(bug, say);
	}

	/** Who stands otherwise by now than when he signed in is refused what he was still offered. */
	private static void tell(Throwable bug, Say say) {
		Throwable cause = bug;
		while (cause.getCause() != null && !(cause instanceof NotPermitted)) {
			cause = cause.getCause();
		}
		if (cause instanceof NotPermitted refusal) {
			say.problem(refusal.sentence(Locale.getDefault()));
		} else {
			say.bug(bug);
		}
	}

	/** What the platform reports of its own accord. */
	static final class Reported extends StatusReporter {

		private final Say say;

		Reported(Say say) {
			this.say = say;
		}

		@Override
		public void report(IStatus status, int style, Object... information) {
			if (status.getException() != null) {
				tell(status.getException(), say);
			} else {
				say.problem(status.getMessage());
			}
		}

		@Override
		public IStatus newStatus(int severity, String message, Throwable exception) {
			return new Status(severity, "id.posko.app", message, exception);
		}
	}
}
