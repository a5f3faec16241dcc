package id.posko.inventory.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Shows where devices are looked for on the network. */
public final class FindDevices {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.mayChange();
	}

	@Execute
	void execute(EPartService parts) {
		parts.switchPerspective("id.posko.inventory.ui.list");
		parts.showPart("id.posko.inventory.ui.discover", EPartService.PartState.ACTIVATE);
	}
}
