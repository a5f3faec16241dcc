package id.posko.inventory.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Writes the list to a file. */
public final class ExportList {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.isOpen();
	}

	@Execute
	void execute(Steps steps) {
		steps.exportList();
	}
}
