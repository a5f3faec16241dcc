package id.posko.health.ui;


import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;

import id.posko.health.State;
import id.posko.staff.Permission;

/** Ends the maintenance of the selected devices before its time. */
public final class Resume {

	@CanExecute
	boolean canExecute(@Optional Chosen chosen, Watching watching) {
		return chosen != null && watching.may(Permission.MAINTAIN, chosen.devices()) && chosen.devices().stream().anyMatch(
				d -> watching.health(d.key()).filter(h -> h.state() == State.MAINTENANCE).isPresent());
	}

	@Execute
	void execute(Chosen chosen, Watching watching) {
		watching.care().resume(watching.by(), chosen.devices());
	}
}
