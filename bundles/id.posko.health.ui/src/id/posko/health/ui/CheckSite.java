package id.posko.health.ui;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;

import id.posko.kit.RegionCode;

/** Checks all devices of an office now: the selected device's, or the chosen one. */
public final class CheckSite {

	private static RegionCode site(Chosen chosen, RegionCode site) {
		return chosen != null && !chosen.devices().isEmpty() ? chosen.devices().getFirst().site() : site;
	}

	@CanExecute
	boolean canExecute(@Optional Chosen chosen, @Optional RegionCode site) {
		return site(chosen, site) != null;
	}

	@Execute
	void execute(Checking checking, Watching watching, @Optional Chosen chosen, @Optional RegionCode site) {
		checking.check(watching.fleet().devicesAt(site(chosen, site)));
	}
}
