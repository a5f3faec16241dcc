package id.posko.inventory.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Imports a list from a file. */
public final class ImportList {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.isOpen();
	}

	@Execute
	void execute(Steps steps) {
		steps.importList();
	}
}
