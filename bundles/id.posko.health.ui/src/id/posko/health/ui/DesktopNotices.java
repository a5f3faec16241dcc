package id.posko.health.ui;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolTip;
import org.eclipse.swt.widgets.TrayItem;

import id.posko.health.Notice;
import id.posko.kit.Notices;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.UiThread;

/**
 * Notices outside the window, while that is not in front and if it is wished: by the desktop's own {@code notify-send}
 * (freedesktop.org Desktop Notifications), on Windows by a balloon at the tray. Where there is neither, the window's
 * own line has to do. Any thread; nothing waits for it.
 */
final class DesktopNotices {

	private static final Logger LOG = System.getLogger(DesktopNotices.class.getName());
	private static final int MOST_LINES = 3;
	private static final int PATIENCE_SECONDS = 5;

	private final Notices notices;
	private final Look look;
	private final UiThread ui;
	private Optional<TrayItem> item = Optional.empty();

	DesktopNotices(Notices notices, Look look, UiThread ui) {
		this.notices = notices;
		this.look = look;
		this.ui = ui;
	}

	void tell(List<Notice> news) {
		List<String> sentences = news.stream().map(notice -> notice.sentence(look.locale())).toList();
		Thread.ofVirtual().name("desktop notice").start(() -> {
			if (notices.settings().getOrDefault("desktop", "off").equalsIgnoreCase("on")) {
				ui.later(() -> {
					if (ui.display().getActiveShell() == null) {
						show(text(sentences, Words.of(DesktopNotices.class, look.locale())));
					}
				});
			}
		});
	}

	/** The first sentences, and how many more there are. */
	static String text(List<String> sentences, Words words) {
		Stream<String> more = sentences.size() <= MOST_LINES ? Stream.of()
				: Stream.of(words.say("desktop.more", sentences.size() - MOST_LINES));
		return Stream.concat(sentences.stream().limit(MOST_LINES), more).collect(Collectors.joining("\n"));
	}

	private void show(String text) {
		if (SWT.getPlatform().equals("win32")) {
			balloon(text);
		} else {
			program().ifPresent(program -> Thread.ofVirtual().name("notify-send").start(() -> run(program, text)));
		}
	}

	private static Optional<Path> program() {
		return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
				.filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "notify-send")).filter(Files::isExecutable)
				.findFirst();
	}

	/** Desktops read the text as markup. */
	private static void run(Path program, String text) {
		String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
		try {
			Process process = new ProcessBuilder(program.toString(), "--app-name=Posko", "--", "Posko", plain)
					.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			try {
				if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
					LOG.log(Level.DEBUG, "notify-send does not end");
				}
			} finally {
				process.destroy();
			}
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "no desktop notice", e);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void balloon(String text) {
		if (item.isEmpty() && ui.display().getSystemTray() != null && ui.display().getShells().length > 0) {
			Shell window = ui.display().getShells()[0];
			TrayItem made = new TrayItem(ui.display().getSystemTray(), SWT.NONE);
			made.setImage(window.getImage() == null ? ui.display().getSystemImage(SWT.ICON_WARNING) : window.getImage());
			made.setToolTipText("Posko");
			made.setToolTip(new ToolTip(window, SWT.BALLOON | SWT.ICON_WARNING));
			made.addListener(SWT.Selection, _ -> window.forceActive());
			item = Optional.of(made);
		}
		item.map(TrayItem::getToolTip).filter(tip -> !tip.isDisposed()).ifPresent(tip -> {
			tip.setText("Posko");
			tip.setMessage(text);
			tip.setVisible(true);
		});
	}
}
