package id.posko.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Says one sentence at a time, in a place of its own where it covers nothing. The answer to what a person did comes
 * first, else the newest. What is well fades; what is not well stays until it is closed. UI thread only.
 */
public final class Say {

	/** A sentence with what can be done about it. */
	public record Action(String label, Runnable act) {
	}

	private static final Logger LOG = System.getLogger("id.posko");
	private static final int FADES_MILLIS = 8000;
	private static final int MOST = 20;

	private final Look look;
	private final List<Toast> said = new ArrayList<>();
	private Optional<Composite> place = Optional.empty();
	private Control idle;

	public Say(Look look) {
		this.look = look;
	}

	/** Where to say it. @param newPlace gets its layout here @param silent what stands there while nothing is said */
	public void in(Composite newPlace, Control silent) {
		place = Optional.of(newPlace);
		idle = silent;
		newPlace.setLayout(new StackLayout());
		arrange();
	}

	/** Something is done; it fades. */
	public void done(String sentence) {
		show(Mark.GOOD, sentence, Optional.empty(), true, true);
	}

	/** Something is done, and can be undone or looked at; it fades. */
	public void done(String sentence, String label, Runnable act) {
		show(Mark.GOOD, sentence, Optional.of(new Action(label, act)), true, true);
	}

	/** News that can be read again elsewhere: it fades. */
	public void news(Mark mark, String sentence, Optional<Action> action) {
		show(mark, sentence, action, false, true);
	}

	/** An expected outcome that is not well; stays. */
	public void problem(String sentence) {
		show(Mark.WARN, sentence, Optional.empty(), true, false);
	}

	/** A mistake of this program: logged once with its stack; stays, with a button that copies it. */
	public void bug(Throwable bug) {
		LOG.log(Level.ERROR, "bug", bug);
		StringWriter details = new StringWriter();
		bug.printStackTrace(new PrintWriter(details));
		String sentence = look.say("say.bug", Optional.ofNullable(bug.getMessage()).orElse(bug.getClass().getName()));
		show(Mark.BAD, sentence, Optional.of(new Action(look.say("say.details"), () -> copy(details.toString()))),
				false, false);
	}

	private void copy(String text) {
		place.ifPresent(where -> {
			Clipboard clipboard = new Clipboard(where.getDisplay());
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		});
	}

	private void show(Mark mark, String sentence, Optional<Action> action, boolean answers, boolean fades) {
		place.filter(where -> !where.isDisposed()).ifPresent(where -> {
			List.copyOf(said).stream().filter(toast -> toast.says(sentence)).forEach(Toast::dispose);
			while (said.size() >= MOST) {
				said.getFirst().dispose();
			}
			Toast toast = new Toast(where, look, mark, sentence, action, answers);
			said.add(toast);
			toast.addListener(SWT.Dispose, _ -> {
				said.remove(toast);
				look.later(where, this::arrange);
			});
			arrange();
			if (fades) {
				where.getDisplay().timerExec(FADES_MILLIS, () -> fade(toast));
			}
		});
	}

	/** Not while a person is at it. */
	private void fade(Toast toast) {
		if (toast.isInUse()) {
			toast.getDisplay().timerExec(FADES_MILLIS, () -> fade(toast));
		} else if (!toast.isDisposed()) {
			toast.dispose();
		}
	}

	private void arrange() {
		place.filter(where -> !where.isDisposed()).ifPresent(where -> {
			Comparator<Toast> order = Comparator.comparing(Toast::answers).thenComparing(said::indexOf);
			Control top = said.stream().max(order).map(Control.class::cast).orElse(idle);
			((StackLayout) where.getLayout()).topControl = top;
			top.moveAbove(null);
			where.layout();
		});
	}
}
