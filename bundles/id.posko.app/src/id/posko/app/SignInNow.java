package id.posko.app;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;

/** Signs somebody in, in the place of whoever sits there. */
public final class SignInNow {

	@CanExecute
	boolean canExecute(Session session) {
		return session.canAsk();
	}

	@Execute
	void execute(Session session, Shell window) {
		session.ask(window);
	}
}
