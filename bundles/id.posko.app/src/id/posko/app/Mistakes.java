package id.posko.app;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.e4.ui.internal.workbench.swt.IEventLoopAdvisor;
import org.eclipse.swt.widgets.Display;

import id.posko.ui.Say;

/** What nobody expected on the UI thread: said in one line, logged once; the window goes on. */
record Mistakes(Say say) implements IEventLoopAdvisor {

	@Override
	public void eventLoopIdle(Display idle) {
		idle.sleep();
	}

	@Override
	public void eventLoopException(Throwable bug) {
		say.bug(bug);
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
				say.bug(status.getException());
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
