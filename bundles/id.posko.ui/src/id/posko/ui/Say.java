package id.posko.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/**
 * Says one sentence at a time in the lower right corner of the window, above everything. What is well fades; what is
 * not well stays until it is closed; at most three stand at once. UI thread only.
 */
public final class Say {

	/** A sentence with what can be done about it. */
	public record Action(String label, Runnable act) {
	}

	private static final Logger LOG = System.getLogger("id.posko");
	private static final int MARGIN = 16;
	private static final int FADES_MILLIS = 8000;
	private static final int MOST = 3;

	private final Look look;
	private final List<Toast> shown = new ArrayList<>();
	private Optional<Shell> window = Optional.empty();

	public Say(Look look) {
		this.look = look;
	}

	/** Where to say it. */
	public void in(Shell shell) {
		window = Optional.of(shell);
		shell.addListener(SWT.Resize, _ -> place());
	}

	/** Something is done; it fades. */
	public void done(String sentence) {
		show(Mark.GOOD, sentence, Optional.empty(), true);
	}

	/** Something is done, and can be undone or looked at; it fades. */
	public void done(String sentence, String label, Runnable act) {
		show(Mark.GOOD, sentence, Optional.of(new Action(label, act)), true);
	}

	/** News that can be read again elsewhere: it fades. */
	public void news(Mark mark, String sentence, Optional<Action> action) {
		show(mark, sentence, action, true);
	}

	/** An expected outcome that is not well; stays. */
	public void problem(String sentence) {
		show(Mark.WARN, sentence, Optional.empty(), false);
	}

	/** A mistake of this program: logged once with its stack; stays, with a button that copies it. */
	public void bug(Throwable bug) {
		LOG.log(Level.ERROR, "bug", bug);
		StringWriter details = new StringWriter();
		bug.printStackTrace(new PrintWriter(details));
		String sentence = look.say("say.bug", Optional.ofNullable(bug.getMessage()).orElse(bug.getClass().getName()));
		show(Mark.BAD, sentence, Optional.of(new Action(look.say("say.details"), () -> copy(details.toString()))),
				false);
	}

	private void copy(String text) {
		window.ifPresent(shell -> {
			Clipboard clipboard = new Clipboard(shell.getDisplay());
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		});
	}

	private void show(Mark mark, String sentence, Optional<Action> action, boolean fades) {
		window.filter(shell -> !shell.isDisposed()).ifPresent(shell -> {
			shown.removeIf(Toast::isDisposed);
			while (shown.size() >= MOST) {
				shown.removeFirst().dispose();
			}
			Toast toast = new Toast(shell, look, mark, sentence, action);
			toast.addListener(SWT.Dispose, _ -> look.later(shell, this::place));
			shown.add(toast);
			place();
			if (fades) {
				shell.getDisplay().timerExec(FADES_MILLIS, toast::fade);
			}
		});
	}

	private void place() {
		shown.removeIf(Toast::isDisposed);
		window.filter(shell -> !shell.isDisposed()).ifPresent(shell -> {
			Rectangle area = shell.getClientArea();
			int bottom = area.height - MARGIN - 28;
			for (Toast toast : shown.reversed()) {
				toast.pack();
				toast.setLocation(area.width - MARGIN - toast.getSize().x, bottom - toast.getSize().y);
				toast.moveAbove(null);
				bottom -= toast.getSize().y + 8;
			}
		});
	}
}
