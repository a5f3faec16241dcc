package id.posko.health.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.State;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** One number, one bar of all states with what they mean, and the offices that need a person most. */
final class GlanceCanvas extends Canvas {

	private static final int BAR = 16;
	private static final int ROW = 30;
	private static final int MARK = 15;
	private static final int LEGEND = 190;

	private record Target(Rectangle box, Office office) {
	}

	private final Look look;
	private final Words words;
	private final States states;
	private final Consumer<RegionCode> open;
	private final List<Target> targets = new ArrayList<>();
	private List<Office> offices = List.of();
	private Counts counts = new Counts(Map.of());
	private Optional<Office> hovered = Optional.empty();

	GlanceCanvas(Composite parent, Look look, Words words, Consumer<RegionCode> open) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.words = words;
		this.open = open;
		states = new States(look.locale());
		Look.spoken(this, this::told);
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseMove, event -> hover(at(event.x, event.y)));
		addListener(SWT.MouseExit, _ -> hover(Optional.empty()));
		addListener(SWT.KeyDown, event -> press(event.keyCode));
		addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		addListener(SWT.FocusIn, _ -> hover(hovered.or(() -> offices.stream().findFirst())));
		addListener(SWT.FocusOut, _ -> hover(Optional.empty()));
		addListener(SWT.MouseUp, event -> at(event.x, event.y).ifPresent(office -> open.accept(office.site().code())));
	}

	void show(List<Office> tree) {
		counts = tree.stream().map(Office::all).reduce(new Counts(Map.of()), Counts::plus);
		List<Office> all = new ArrayList<>();
		tree.forEach(office -> gather(office, all));
		all.removeIf(office -> office.own().troubled() == 0);
		all.sort(Comparator.comparing((Office o) -> o.own().mostUrgent(), States.MOST_URGENT_FIRST)
				.thenComparing(o -> -o.own().troubled()).thenComparing(o -> o.site().code()));
		offices = all;
		redraw();
	}

	private static void gather(Office office, List<Office> all) {
		all.add(office);
		office.below().forEach(below -> gather(below, all));
	}

	private Optional<Office> at(int x, int y) {
		return targets.stream().filter(target -> target.box().contains(x, y)).map(Target::office).findFirst();
	}

	/** Up and down go through the offices, Enter opens one. */
	private void press(int key) {
		int at = hovered.map(offices::indexOf).orElse(-1);
		if (key == SWT.ARROW_DOWN && at + 1 < targets.size()) {
			hover(Optional.of(offices.get(at + 1)));
		} else if (key == SWT.ARROW_UP && at > 0) {
			hover(Optional.of(offices.get(at - 1)));
		} else if (key == SWT.CR || key == SWT.KEYPAD_CR) {
			hovered.ifPresent(office -> open.accept(office.site().code()));
		}
	}

	/** The office that the arrows led to, else the whole kabupaten. */
	private String told() {
		return hovered.map(office -> office.site().name() + ": "
				+ words.say("glance.site", office.own().troubled(), office.own().all()))
				.orElseGet(() -> counts.of(State.UP) + " " + words.say("glance.of", counts.all()));
	}

	private void hover(Optional<Office> office) {
		if (!office.equals(hovered)) {
			hovered = office;
			setCursor(office.isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
			redraw();
		}
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle area = getClientArea();
		ink.fill(area, look.color(Tone.SURFACE));
		targets.clear();
		if (counts.all() == 0) {
			ink.text(words.say("glance.empty"), new Rectangle(0, 0, area.width, ROW), look.font(Face.PLAIN),
					look.color(Tone.MUTED));
			return;
		}
		String figure = String.format(look.locale(), "%,d", counts.of(State.UP));
		int width = ink.extent(figure, look.font(Face.FIGURE)).x;
		ink.text(figure, new Rectangle(0, 0, width, 44), look.font(Face.FIGURE), look.color(Tone.TEXT));
		ink.text(words.say("glance.of", counts.all()), new Rectangle(width + 12, 8, area.width - width - 12, 32),
				look.font(Face.PLAIN), look.color(Tone.MUTED));
		paintBar(ink, new Rectangle(0, 54, area.width, BAR));
		int y = paintLegend(ink, area, 54 + BAR + 12);
		paintOffices(ink, area, y + 14);
	}

	private void paintBar(Ink ink, Rectangle bar) {
		ink.fillRound(bar, 4, look.color(Tone.RAISED));
		List<State> present = Arrays.stream(State.values()).filter(state -> counts.of(state) > 0).toList();
		int x = bar.x;
		int done = 0;
		for (State state : present) {
			done += counts.of(state);
			int end = bar.x + Math.round((float) bar.width * done / counts.all());
			int least = Math.max(3, end - x - 2);
			ink.fill(new Rectangle(x, bar.y, least, bar.height), look.color(States.mark(state).tone()));
			x = Math.max(end, x + least + 2);
		}
	}

	private int paintLegend(Ink ink, Rectangle area, int top) {
		int columns = Math.max(1, area.width / LEGEND);
		int i = 0;
		for (State state : State.values()) {
			if (counts.of(state) > 0) {
				int x = i % columns * LEGEND;
				int y = top + i / columns * ROW;
				ink.mark(States.mark(state), x, y + (ROW - MARK) / 2, MARK);
				String number = String.format(look.locale(), "%,d", counts.of(state));
				int width = ink.extent(number, look.font(Face.BOLD)).x;
				ink.text(number, new Rectangle(x + MARK + 8, y, width, ROW), look.font(Face.BOLD), look.color(Tone.TEXT));
				ink.text(states.name(state), new Rectangle(x + MARK + 14 + width, y, LEGEND - MARK - 18 - width, ROW),
						look.font(Face.PLAIN), look.color(Tone.MUTED));
				i++;
			}
		}
		return top + (i + columns - 1) / columns * ROW;
	}

	private void paintOffices(Ink ink, Rectangle area, int top) {
		ink.text(words.say(offices.isEmpty() ? "glance.calm" : "glance.worst"), new Rectangle(0, top, area.width, ROW),
				look.font(Face.BOLD), look.color(Tone.TEXT));
		int y = top + ROW;
		for (Office office : offices) {
			if (y + ROW > area.height) {
				return;
			}
			Rectangle box = new Rectangle(0, y, area.width, ROW);
			if (hovered.filter(office::equals).isPresent()) {
				ink.fillRound(new Rectangle(-4, y, area.width + 8, ROW), 4, look.color(Tone.HOVER));
			}
			if (isFocusControl() && hovered.filter(office::equals).isPresent()) {
				ink.frameRound(new Rectangle(0, y, area.width, ROW), 4, look.color(Tone.ACCENT));
			}
			Mark mark = States.mark(office.own().mostUrgent());
			ink.mark(mark, 2, y + (ROW - MARK) / 2, MARK);
			String said = words.say("glance.site", office.own().troubled(), office.own().all());
			int width = ink.extent(said, look.font(Face.PLAIN)).x;
			ink.text(office.site().name(), new Rectangle(MARK + 12, y, area.width - width - MARK - 24, ROW),
					look.font(Face.PLAIN), look.color(Tone.TEXT));
			ink.text(said, new Rectangle(area.width - width - 4, y, width, ROW), look.font(Face.PLAIN),
					look.color(Tone.MUTED));
			targets.add(new Target(box, office));
			y += ROW;
		}
	}
}
