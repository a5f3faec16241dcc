package id.posko.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.internal.workbench.swt.IEventLoopAdvisor;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.PreSave;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.osgi.framework.FrameworkUtil;

import id.posko.kit.Words;
import id.posko.ui.Ask;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import id.posko.ui.Work;

/** Start and end of the window: puts the house style into the context for all parts. */
public final class LifeCycle {

	private static final String LAYOUT = ".metadata/.plugins/org.eclipse.e4.workbench";

	@PostContextCreate
	void begin(IEclipseContext context) {
		Locale locale = Locale.getDefault();
		context.set(TranslationService.LOCALE, locale);
		UiThread ui = UiThread.current();
		Look look = new Look(ui, locale);
		context.set(UiThread.class, ui);
		Say say = new Say(look);
		context.set(Look.class, look);
		context.set(Say.class, say);
		context.set(Ask.class, new Ask(look));
		context.set(Work.class, new Work(ui, say));
		context.set(Words.class, Words.of(LifeCycle.class, locale));
		context.set(IEventLoopAdvisor.class, new Mistakes(say));
		context.set(StatusReporter.class, new Mistakes.Reported(say));
		context.set(Appearance.class, ContextInjectionFactory.make(Appearance.class, context));
		context.set(Session.class, ContextInjectionFactory.make(Session.class, context));
		context.set(DataFolderOpening.class, ContextInjectionFactory.make(DataFolderOpening.class, context));
		forgetLayoutOfOtherVersion();
	}

	/** Those that wait for what is in the folder are made next, so that it comes to them on the opening thread. */
	@ProcessAdditions
	void open(DataFolderOpening opening) {
		opening.begin();
	}

	/** A layout kept by another version would hide what this one brings. */
	private static void forgetLayoutOfOtherVersion() {
		String version = FrameworkUtil.getBundle(LifeCycle.class).getVersion().toString();
		Path folder = Path.of(Platform.getInstanceLocation().getURL().getPath()).resolve(LAYOUT);
		Path stamp = folder.resolve("version");
		try {
			Files.createDirectories(folder);
			if (!Files.exists(stamp) || !Files.readString(stamp).equals(version)) {
				Files.deleteIfExists(folder.resolve("workbench.xmi"));
				Files.writeString(stamp, version);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@PreSave
	void end(Work work) throws InterruptedException {
		work.stopAll();
	}
}
