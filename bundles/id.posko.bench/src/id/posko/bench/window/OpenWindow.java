package id.posko.bench.window;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The window of the product after its start, as a bench sees it from a thread of its own. */
final class OpenWindow {

	private static final String WIDGET_KEY = "org.eclipse.swtbot.widget.key";

	private final MApplication application;
	private final UISynchronize ui;
	private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
			StandardCharsets.UTF_8);

	private OpenWindow(MApplication application) {
		this.application = application;
		ui = application.getContext().get(UISynchronize.class);
	}

	/** What a bench does with the window; true if all was well. */
	interface Look {
		boolean at(OpenWindow window) throws IOException, InterruptedException;
	}

	/** Runs the product's own window, looks at it once it is open, and closes it after that. */
	static Object run(IApplicationContext context, Look look) throws Exception {
		AtomicReference<Object> outcome = new AtomicReference<>(3);
		BundleContext bundles = FrameworkUtil.getBundle(OpenWindow.class).getBundleContext();
		EventHandler open = event -> Thread.ofPlatform().name("bench").daemon()
				.start(() -> new OpenWindow(application(event)).looked(look, outcome));
		bundles.registerService(EventHandler.class, open,
				FrameworkUtil.asDictionary(Map.of(EventConstants.EVENT_TOPIC, UIEvents.UILifeCycle.APP_STARTUP_COMPLETE)));
		new E4Application().start(context);
		return outcome.get();
	}

	private static MApplication application(Event event) {
		return (MApplication) event.getProperty(IEventBroker.DATA);
	}

	private void looked(Look look, AtomicReference<Object> outcome) {
		try {
			outcome.set(look.at(this) ? IApplication.EXIT_OK : Integer.valueOf(1));
		} catch (IOException | InterruptedException e) {
			throw new IllegalStateException(e);
		} finally {
			later(() -> application.getContext().get(IWorkbench.class).close());
		}
	}

	/** To the bench that started this process. */
	void print(String line) {
		out.println(line);
	}

	<T> T service(Class<T> type) {
		return application.getContext().get(type);
	}

	/** Does it soon on the UI thread. */
	void later(Runnable act) {
		ui.asyncExec(act);
	}

	/** Asks on the UI thread. */
	<T> T ask(Supplier<T> question) {
		AtomicReference<T> answer = new AtomicReference<>();
		ui.syncExec(() -> answer.set(question.get()));
		return answer.get();
	}

	/** Goes to the page of the window. UI thread only. */
	void go(String perspective) {
		application.getChildren().getFirst().getContext().get(EPartService.class).switchPerspective(perspective);
	}

	/** UI thread only. */
	Shell shell() {
		return (Shell) application.getChildren().getFirst().getWidget();
	}

	/** The widget that carries the key. UI thread only. */
	Optional<Control> find(String key) {
		return controls(shell()).filter(control -> key.equals(control.getData(WIDGET_KEY))).findFirst();
	}

	/** This one and all in it. UI thread only. */
	static Stream<Control> controls(Control control) {
		return control instanceof Composite whole
				? Stream.concat(Stream.of(control), Arrays.stream(whole.getChildren()).flatMap(OpenWindow::controls))
				: Stream.of(control);
	}
}
