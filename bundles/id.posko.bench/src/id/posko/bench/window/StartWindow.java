package id.posko.bench.window;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Label;

/**
 * Says when the window is usable: it is open and painted and, with {@code -showing TEXT}, a visible label begins with
 * that text. Stays until its standard input ends, with {@code -at PERSPECTIVE} on that page.
 */
public final class StartWindow implements IApplication {

	private static final String SHOWING = "-showing";
	private static final String AT = "-at";
	private static final int LOOK_MILLIS = 5;

	@Override
	public Object start(IApplicationContext context) throws Exception {
		List<String> arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		Optional<String> showing = after(SHOWING, arguments);
		Optional<String> page = after(AT, arguments);
		return OpenWindow.run(context, window -> stay(window, showing, page));
	}

	private static Optional<String> after(String option, List<String> arguments) {
		int at = arguments.indexOf(option);
		return at < 0 ? Optional.empty() : Optional.of(arguments.get(at + 1));
	}

	private static boolean stay(OpenWindow window, Optional<String> showing, Optional<String> page)
			throws IOException, InterruptedException {
		while (!window.ask(() -> isUsable(window, showing))) {
			TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
		}
		window.print("usable");
		page.ifPresent(perspective -> window.later(() -> window.go(perspective)));
		while (System.in.read() >= 0) {
			continue;
		}
		return true;
	}

	private static boolean isUsable(OpenWindow window, Optional<String> showing) {
		boolean shows = window.shell().isVisible() && (showing.isEmpty() || OpenWindow.controls(window.shell())
				.anyMatch(control -> control instanceof Label label && label.isVisible()
						&& label.getText().startsWith(showing.get())));
		if (shows) {
			window.shell().update();
		}
		return shows;
	}

	@Override
	public void stop() {
		// it ends with its input
	}
}
