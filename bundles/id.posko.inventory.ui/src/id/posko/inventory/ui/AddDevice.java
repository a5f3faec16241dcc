package id.posko.inventory.ui;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;

import id.posko.ui.Look;

/** Adds a device by hand. */
public final class AddDevice {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.mayChange();
	}

	@Execute
	void execute(Shell window, Look look, Desk desk) {
		new DeviceSheet(look, desk).add(window, Optional.empty());
	}
}
