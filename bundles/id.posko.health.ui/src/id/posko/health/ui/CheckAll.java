package id.posko.health.ui;

import org.eclipse.e4.core.di.annotations.Execute;

/** Checks every device now. */
public final class CheckAll {

	@Execute
	void execute(Checking checking, Watching watching) {
		checking.check(watching.fleet().devices());
	}
}
