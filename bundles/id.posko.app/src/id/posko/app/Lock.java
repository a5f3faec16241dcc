package id.posko.app;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Leaves the window to nobody. */
public final class Lock {

	@CanExecute
	boolean canExecute(Session session) {
		return session.canAsk() && session.actor().isPresent();
	}

	@Execute
	void execute(Session session) {
		session.lock();
	}
}
