package id.posko.app;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.IWorkbench;

/** Closes the console. */
public final class Quit {

	@Execute
	void execute(IWorkbench workbench) {
		workbench.close();
	}
}
