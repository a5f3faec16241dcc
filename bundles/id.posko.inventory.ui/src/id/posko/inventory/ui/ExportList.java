package id.posko.inventory.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

import id.posko.staff.Permission;

/** Writes the list to a file. */
public final class ExportList {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.may(Permission.EXPORT);
	}

	@Execute
	void execute(Steps steps) {
		steps.exportList();
	}
}
