package id.posko.inventory.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Takes the last change of the list back. */
public final class Undo {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.canUndo();
	}

	@Execute
	void execute(Desk desk) {
		desk.undo();
	}
}
