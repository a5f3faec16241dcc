package id.posko.inventory.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;

import id.posko.ui.Look;

/** Adds an office by hand. */
public final class AddSite {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.mayChange();
	}

	@Execute
	void execute(Shell window, Look look, Desk desk) {
		new SiteSheet(look, desk).add(window);
	}
}
