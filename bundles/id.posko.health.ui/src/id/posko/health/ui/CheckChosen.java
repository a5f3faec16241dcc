package id.posko.health.ui;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;

import id.posko.kit.RegionCode;

/** Checks the selected devices now; with none selected those of the chosen office, or all. */
public final class CheckChosen {

	@Execute
	void execute(Checking checking, Watching watching, @Optional Chosen chosen, @Optional RegionCode site) {
		if (chosen != null && !chosen.devices().isEmpty()) {
			checking.check(chosen.devices());
		} else {
			checking.check(watching.fleet().devices().stream().filter(d -> site == null || site.contains(d.site()))
					.toList());
		}
	}
}
