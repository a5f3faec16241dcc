package id.posko.health.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;

import id.posko.staff.Permission;

/** The selected devices' outages are told again from now on. */
public final class EndAcknowledgement {

	@CanExecute
	boolean canExecute(@Optional Chosen chosen, Watching watching) {
		return chosen != null && watching.may(Permission.MAINTAIN, chosen.devices()) && chosen.devices().stream().anyMatch(
				d -> watching.health(d.key()).filter(h -> h.acknowledged().isPresent()).isPresent());
	}

	@Execute
	void execute(Chosen chosen, Watching watching) {
		watching.care().endAcknowledgement(watching.by(), chosen.devices());
	}
}
