package id.posko.inventory.ui;

import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;

import jakarta.inject.Named;

/** Imports a list from a file: the command's parameter, or one that a person chooses. */
public final class ImportList {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.mayChange();
	}

	@Execute
	void execute(Steps steps, @Optional @Named("id.posko.inventory.ui.import.file") String file) {
		if (file == null) {
			steps.importList();
		} else {
			steps.plan(Path.of(file));
		}
	}
}
