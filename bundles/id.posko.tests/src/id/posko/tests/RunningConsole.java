package id.posko.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.internal.workbench.E4Workbench;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;

/** The console of this product, running in this process on a UI thread of its own, as a person has it. */
final class RunningConsole implements AutoCloseable {

	static final String KEY = "org.eclipse.swtbot.widget.key";
	private static final long PATIENCE_NANOS = 120_000_000_000L;

	private final AtomicReference<Throwable> failure = new AtomicReference<>();
	private final AtomicReference<E4Workbench> workbench = new AtomicReference<>();
	private final CountDownLatch shown = new CountDownLatch(1);
	private final Thread uiThread;
	private Display display;

	RunningConsole() throws InterruptedException {
		uiThread = Thread.ofPlatform().name("ui under test").uncaughtExceptionHandler((_, e) -> failure.set(e))
				.start(this::runWorkbench);
		shown.await();
		until(() -> display != null && window().isPresent());
	}

	private void runWorkbench() {
		E4Application application = new E4Application();
		display = application.getApplicationDisplay();
		E4Workbench running = application.createE4Workbench(new ProductContext(), display);
		workbench.set(running);
		display.asyncExec(shown::countDown);
		try {
			running.createAndRunUI(running.getApplication());
			running.close();
		} finally {
			shown.countDown();
			display.dispose();
		}
	}

	private Optional<Shell> window() {
		return ui(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).findFirst());
	}

	/** Asks on the UI thread. */
	<T> T ui(Callable<T> question) {
		AtomicReference<T> answer = new AtomicReference<>();
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		display.syncExec(() -> {
			try {
				answer.set(question.call());
			} catch (Exception | AssertionError e) {
				thrown.set(e);
			}
		});
		if (thrown.get() != null) {
			throw new AssertionError(thrown.get());
		}
		return answer.get();
	}

	/** Waits for the window to get there, by letting it work on what it has to do. */
	void until(Callable<Boolean> reached) {
		long deadline = System.nanoTime() + PATIENCE_NANOS;
		while (!ui(reached)) {
			if (failure.get() != null) {
				throw new AssertionError("the console failed", failure.get());
			}
			if (System.nanoTime() > deadline) {
				throw new AssertionError("not reached within two minutes: " + screenshot("not-reached-" + System.nanoTime()));
			}
			LockSupport.parkNanos(20_000_000);
		}
	}

	/** A service or value as the active part of the window has it. */
	<T> T value(Class<T> type) {
		return workbench.get().getApplication().getChildren().getFirst().getContext().getActiveLeaf().get(type);
	}

	Shell shell() {
		return window().orElseThrow();
	}

	/** The widget that carries the key: the one that is seen where there are several. */
	Optional<Control> find(String key) {
		return ui(() -> {
			List<Control> all = Arrays.stream(display.getShells()).flatMap(shell -> find(shell, key)).toList();
			return all.stream().filter(Control::isVisible).findFirst().or(() -> all.stream().findFirst());
		});
	}

	private static Stream<Control> find(Control control, String key) {
		Stream<Control> inside = control instanceof Composite composite
				? Arrays.stream(composite.getChildren()).flatMap(child -> find(child, key)) : Stream.empty();
		return key.equals(control.getData(KEY)) ? Stream.concat(Stream.of(control), inside) : inside;
	}

	/** Keeps a picture of the window as {@code target/screenshots/NAME.png}. */
	Path screenshot(String name) {
		Path file = Path.of("target", "screenshots", name + ".png").toAbsolutePath();
		return ui(() -> {
			Files.createDirectories(file.getParent());
			Shell shell = window().orElseThrow();
			while (display.readAndDispatch()) {
				// until all is drawn
			}
			Image image = new Image(display, shell.getSize().x, shell.getSize().y);
			GC gc = new GC(display);
			gc.copyArea(image, shell.getLocation().x, shell.getLocation().y);
			gc.dispose();
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			loader.save(file.toString(), SWT.IMAGE_PNG);
			image.dispose();
			return file;
		});
	}

	@Override
	public void close() throws InterruptedException {
		if (!display.isDisposed()) {
			display.asyncExec(() -> workbench.get().close());
		}
		uiThread.join(60_000);
		if (uiThread.isAlive()) {
			throw new AssertionError("the console does not close");
		}
		if (failure.get() != null) {
			throw new AssertionError("the console failed", failure.get());
		}
	}

	/** What the platform's launcher would hand to the application. */
	private static final class ProductContext implements IApplicationContext {

		@Override
		public Map<String, Object> getArguments() {
			return Map.of(APPLICATION_ARGS, new String[] { "-clearPersistedState" });
		}

		@Override
		public void applicationRunning() {
			// nobody waits for it
		}

		@Override
		public String getBrandingApplication() {
			return Platform.getProduct().getApplication();
		}

		@Override
		public String getBrandingName() {
			return Platform.getProduct().getName();
		}

		@Override
		public String getBrandingDescription() {
			return Platform.getProduct().getDescription();
		}

		@Override
		public String getBrandingId() {
			return Platform.getProduct().getId();
		}

		@Override
		public String getBrandingProperty(String key) {
			return Platform.getProduct().getProperty(key);
		}

		@Override
		public Bundle getBrandingBundle() {
			return Platform.getProduct().getDefiningBundle();
		}

		@Override
		public void setResult(Object result, IApplication application) {
			throw new UnsupportedOperationException();
		}
	}
}
