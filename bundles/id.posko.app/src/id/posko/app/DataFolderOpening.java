package id.posko.app;

import java.util.concurrent.CompletableFuture;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.DataFolder;
import id.posko.kit.DataFolder.Opening;
import id.posko.kit.Words;
import id.posko.ui.Ask;
import id.posko.ui.Work;
import jakarta.inject.Inject;

/** Opens the data folder while the window is being built, and says in the window what became of it. */
public final class DataFolderOpening {

	@Inject
	@Optional
	private DataFolder folder;
	@Inject
	private Work work;
	@Inject
	private Ask ask;
	@Inject
	private Words words;

	private CompletableFuture<Opening> opened = new CompletableFuture<>();

	void begin() {
		if (folder != null) {
			work.start(words.say("console.opening"), _ -> folder.open(), opened::complete, () -> {
			});
		}
	}

	/** UI thread only. */
	void tellIn(Shell window) {
		opened.thenAccept(opening -> tell(window, opening));
	}

	private void tell(Shell window, Opening opening) {
		switch (opening) {
		case Opening.Open _ -> {
			return;
		}
		case Opening.Held(var path, long pid) -> again(window, "folder.held.", path, Long.toString(pid));
		case Opening.TooNew(var path, String version, String ours) ->
			again(window, "folder.too_new.", path, version, ours);
		case Opening.Unusable(var path, String reason) -> again(window, "folder.unusable.", path, reason);
		}
	}

	private void again(Shell window, String key, Object... arguments) {
		ask.confirm(window, words.say(key + "title"), words.say(key + "text", arguments), words.say("folder.again"),
				() -> {
					opened = new CompletableFuture<>();
					begin();
					tellIn(window);
				});
	}
}
