package id.posko.app;

import java.time.InstantSource;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The foot of the window: what works in the background, how far it is, and a button that stops it. */
public final class StatusBar {

	private static final int LOOK_MILLIS = 250;
	private static final int BAR_WIDTH = 160;

	@Inject
	private Look look;
	@Inject
	private Work work;
	@Inject
	private Words words;

	private Label text;
	private Canvas bar;
	private PushButton stop;
	private double share = -1;

	@PostConstruct
	void build(Composite parent, Say say, DataFolderOpening opening, Session session) {
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 0;
		layout.marginRight = 12;
		layout.marginHeight = 0;
		layout.horizontalSpacing = 10;
		whole.setLayout(layout);
		look.paint(whole, Tone.MUTED, Tone.FRAME);
		Composite sayings = new Composite(whole, SWT.NONE);
		sayings.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		look.paint(sayings, Tone.MUTED, Tone.FRAME);
		Composite state = new Composite(sayings, SWT.NONE);
		GridLayout stateLayout = new GridLayout();
		stateLayout.marginLeft = 7;
		state.setLayout(stateLayout);
		look.paint(state, Tone.MUTED, Tone.FRAME);
		text = Look.named(new Label(state, SWT.NONE), "status.text");
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(text, Tone.MUTED, Tone.FRAME);
		bar = Look.named(new Canvas(whole, SWT.DOUBLE_BUFFERED), "status.progress");
		GridData barData = new GridData(SWT.END, SWT.CENTER, false, false);
		barData.widthHint = BAR_WIDTH;
		barData.heightHint = 6;
		bar.setLayoutData(barData);
		look.follow(bar, bar::redraw);
		bar.addListener(SWT.Paint, event -> paintBar(event.gc));
		stop = new PushButton(whole, look, PushButton.Weight.TOOL, Glyph.STOP, words.say("status.stop"),
				() -> work.running().stream().findFirst().ifPresent(Work.Piece::stop)).on(Tone.FRAME);
		Look.named(stop, "status.stop");
		say.in(sayings, state);
		watch();
		opening.tellIn(whole.getShell());
		look.later(whole, () -> {
			session.in(whole.getShell());
			new IdleLock(InstantSource.system(), session).watch(whole.getShell());
		});
	}

	private void watch() {
		if (text.isDisposed()) {
			return;
		}
		List<Work.Piece> running = work.running();
		boolean isWorking = !running.isEmpty();
		String now = isWorking ? sentence(running) : words.say("status.ready");
		if (!now.equals(text.getText())) {
			text.setText(now);
		}
		bar.setVisible(isWorking);
		stop.setVisible(isWorking);
		double newShare = isWorking ? running.getFirst().share().orElse(-1) : -1;
		if (newShare != share) {
			share = newShare;
			bar.redraw();
		}
		text.getDisplay().timerExec(LOOK_MILLIS, this::watch);
	}

	private String sentence(List<Work.Piece> running) {
		Work.Piece first = running.getFirst();
		String detail = first.sentence().isEmpty() ? first.title() : first.title() + " – " + first.sentence();
		return running.size() == 1 ? detail : detail + ", " + words.say("status.more", running.size() - 1);
	}

	private void paintBar(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle box = bar.getClientArea();
		ink.fill(box, look.color(Tone.FRAME));
		ink.fillRound(box, 3, look.color(Tone.LINE));
		int width = share < 0 ? box.width / 3 : (int) Math.round(box.width * share);
		ink.fillRound(new Rectangle(share < 0 ? box.width / 3 : 0, 0, width, box.height), 3, look.color(Tone.ACCENT));
	}
}
