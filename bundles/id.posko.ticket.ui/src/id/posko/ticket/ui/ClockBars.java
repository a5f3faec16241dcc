package id.posko.ticket.ui;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.ticket.ClockReading;
import id.posko.ticket.Told;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** A ticket's clocks below each other: what each says, and how much of its time is used. */
final class ClockBars {

	private static final int ROW = 36;
	private static final int TEXT = 22;
	private static final int BAR = 8;
	private static final double WARNING = 0.75;

	private final Canvas canvas;
	private final Look look;
	private List<ClockReading> readings = List.of();
	private List<String> sentences = List.of();

	ClockBars(Composite parent, Look look) {
		this.look = look;
		canvas = Look.named(new Canvas(parent, SWT.DOUBLE_BUFFERED), "ticket.clocks");
		Look.spoken(canvas, () -> String.join(". ", sentences));
		look.follow(canvas, canvas::redraw);
		canvas.addListener(SWT.Paint, event -> paint(event.gc));
		canvas.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		((GridData) canvas.getLayoutData()).heightHint = 0;
	}

	/** Says whether its height is another now. @param now empty for no ticket */
	boolean show(List<ClockReading> now, Told told) {
		readings = now;
		sentences = readings.stream().map(told::reading).toList();
		canvas.redraw();
		GridData data = (GridData) canvas.getLayoutData();
		boolean isOther = data.heightHint != ROW * readings.size();
		data.heightHint = ROW * readings.size();
		return isOther;
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		int width = canvas.getClientArea().width;
		ink.fill(canvas.getClientArea(), look.color(Tone.SURFACE));
		for (int i = 0; i < readings.size(); i++) {
			ClockReading reading = readings.get(i);
			Tone tone = tone(reading);
			ink.text(sentences.get(i), new Rectangle(0, i * ROW, width, TEXT), look.font(Face.PLAIN),
					look.color(tone == Tone.BAD ? Tone.BAD : Tone.TEXT));
			Rectangle bar = new Rectangle(0, i * ROW + TEXT, width, BAR);
			ink.fillRound(bar, BAR / 2, look.color(Tone.LINE));
			int used = (int) Math.round(width * Math.min(1, share(reading)));
			if (used > 0) {
				ink.fillRound(new Rectangle(0, bar.y, Math.max(BAR, used), BAR), BAR / 2, look.color(tone));
			}
		}
	}

	private static double share(ClockReading reading) {
		return (double) reading.used().toMillis() / reading.target().toMillis();
	}

	private static Tone tone(ClockReading reading) {
		return reading.isLate() ? Tone.BAD : !reading.isRunning() ? Tone.FAINT
				: share(reading) > WARNING ? Tone.WARN : Tone.ACCENT;
	}
}
