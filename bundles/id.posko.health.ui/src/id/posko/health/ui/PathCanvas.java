package id.posko.health.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.CutPath;
import id.posko.health.CutPath.Step;
import id.posko.health.Spoken;
import id.posko.health.State;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/**
 * Draws a path from left (the device) to right (the data centre); where others lose their way through a device that
 * is down, the line behind it has a gap.
 */
final class PathCanvas extends Canvas {

	private static final int NODE = 56;
	private static final int ICON = 28;
	private static final int MARK = 20;
	private static final int WIDEST = 230;
	private static final int LINE_HEIGHT = 21;

	private final Look look;
	private final States states;
	private final Spoken spoken;
	private Optional<CutPath> path = Optional.empty();

	PathCanvas(Composite parent, Look look) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.look = look;
		states = new States(look.locale());
		spoken = new Spoken(look.locale());
		Look.spoken(this, () -> path.map(is -> is.steps().stream()
				.map(step -> step.device().name() + ": " + states.name(step.state())).collect(Collectors.joining(", ")))
				.orElse(""));
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
	}

	void show(Optional<CutPath> newPath) {
		path = newPath;
		redraw();
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle area = getClientArea();
		ink.fill(area, look.color(Tone.SURFACE));
		path.ifPresent(p -> paint(gc, ink, area, p));
	}

	private void paint(GC gc, Ink ink, Rectangle area, CutPath of) {
		List<Step> steps = of.steps();
		int pitch = Math.min(WIDEST, area.width / steps.size());
		int y = Math.max(NODE / 2 + 8, Math.min(area.height / 2 - 40, NODE / 2 + 24));
		for (int i = 0; i + 1 < steps.size(); i++) {
			int from = pitch / 2 + i * pitch + NODE / 2 + 6;
			int to = pitch / 2 + (i + 1) * pitch - NODE / 2 - 6;
			paintLine(gc, ink, of, i, from, to, y);
		}
		for (int i = 0; i < steps.size(); i++) {
			paintNode(gc, ink, steps.get(i), of.cut().filter(steps.get(i)::equals).isPresent(), pitch / 2 + i * pitch, y,
					pitch);
		}
	}

	/** The line from step i towards the data centre. */
	private void paintLine(GC gc, Ink ink, CutPath of, int i, int from, int to, int y) {
		Step step = of.steps().get(i);
		boolean isCut = of.finding() == CutPath.Finding.CUT && step == of.at();
		boolean isBehind = step.state() == State.UNREACHABLE;
		Tone tone = switch (step.state()) {
			case UP -> Tone.GOOD;
			case DEGRADED -> Tone.WARN;
			case DOWN, UNREACHABLE, UNKNOWN, MAINTENANCE, NOT_MEASURED -> Tone.FAINT;
		};
		gc.setForeground(look.color(isCut ? Tone.BAD : tone));
		gc.setLineWidth(3);
		gc.setLineStyle(isBehind || step.state() == State.NOT_MEASURED ? SWT.LINE_DOT : SWT.LINE_SOLID);
		int middle = (from + to) / 2;
		if (isCut) {
			int gap = Math.min(22, (to - from) / 3);
			gc.drawLine(from, y, middle - gap, y);
			gc.drawLine(middle + gap, y, to, y);
			gc.setLineStyle(SWT.LINE_SOLID);
			ink.mark(Mark.BAD, middle - MARK / 2, y - MARK / 2, MARK);
		} else {
			gc.drawLine(from, y, to, y);
		}
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setLineWidth(1);
	}

	private void paintNode(GC gc, Ink ink, Step step, boolean isCut, int x, int y, int pitch) {
		Mark mark = States.mark(step.state());
		Rectangle box = new Rectangle(x - NODE / 2, y - NODE / 2, NODE, NODE);
		gc.setBackground(look.palette().soft(mark.tone()));
		gc.fillOval(box.x, box.y, box.width, box.height);
		gc.setForeground(look.color(mark.tone()));
		gc.setLineWidth(isCut ? 3 : 2);
		gc.drawOval(box.x, box.y, box.width, box.height);
		gc.setLineWidth(1);
		ink.glyph(Kinds.glyph(step.device().kind()), x - ICON / 2, y - ICON / 2, ICON, look.color(Tone.TEXT));
		Rectangle badge = new Rectangle(box.x + NODE - MARK + 2, box.y - 2, MARK + 2, MARK + 2);
		gc.setBackground(look.color(Tone.SURFACE));
		gc.fillOval(badge.x - 2, badge.y - 2, badge.width + 4, badge.height + 4);
		ink.mark(mark, badge.x + 1, badge.y + 1, MARK);
		int top = y + NODE / 2 + 8;
		int left = x - pitch / 2 + 6;
		int width = pitch - 12;
		ink.text(step.device().name(), new Rectangle(left, top, width, LINE_HEIGHT), look.font(Face.BOLD),
				look.color(Tone.TEXT), SWT.CENTER);
		ink.text(step.site().name(),
				new Rectangle(left, top + LINE_HEIGHT, width, LINE_HEIGHT), look.font(Face.SMALL), look.color(Tone.MUTED),
				SWT.CENTER);
		String latency = step.health().roundTrip().map(d -> " · " + spoken.duration(d)).orElse("");
		ink.text(states.name(step.state()) + latency, new Rectangle(left, top + 2 * LINE_HEIGHT, width, LINE_HEIGHT),
				look.font(Face.PLAIN), look.color(mark.tone()), SWT.CENTER);
	}
}
