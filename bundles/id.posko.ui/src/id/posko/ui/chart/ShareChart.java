package id.posko.ui.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/**
 * A bar for each of several wholes, split into the same parts, with the standard that one of them is to reach. Arrows
 * lead through the bars, Enter or a click opens one. UI thread only.
 *
 * @param <K> what a bar stands for
 */
public final class ShareChart<K> {

	/** One part of every bar; told apart without its colour by its texture. */
	public record Part(String name, Tone tone, Texture texture) {
	}

	/**
	 * @param shares of the parts, 0 to 1, together at most 1
	 * @param target where the first part is to reach, 0 to 1; empty if it can not be asked of this one
	 * @param figure what stands at the end of the bar, behind the mark
	 * @param tip says it all in words
	 */
	public record Bar<K>(K key, String label, List<Double> shares, OptionalDouble target, Mark mark, String figure,
			String tip) {
	}

	private static final int ROW = 30;
	private static final int THICK = 16;
	private static final int SCALE = 22;
	private static final int MARK = 15;
	private static final int MARGIN = 16;
	private static final int FIGURE = 92;
	private static final int WIDEST_LABEL = 230;
	private static final int LEAST = 2;

	private final Composite whole;
	private final Look look;
	private final List<Part> parts;
	private final String targetName;
	private final Consumer<K> open;
	private final Canvas legend;
	private final ScrolledComposite scroll;
	private final Canvas canvas;
	private List<Bar<K>> bars = List.of();
	private int at;

	/** @param name begins the names by which tests find it: {@code NAME.bars}, {@code NAME.legend} */
	public ShareChart(Composite parent, Look look, String name, List<Part> parts, String targetName, Consumer<K> open) {
		this.look = look;
		this.parts = List.copyOf(parts);
		this.targetName = targetName;
		this.open = open;
		whole = Look.named(new Composite(parent, SWT.NONE), name);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		legend = Look.named(new Canvas(whole, SWT.DOUBLE_BUFFERED), name + ".legend");
		Look.spoken(legend, () -> parts.stream().map(Part::name).collect(Collectors.joining(", ")));
		GridData legendData = new GridData(SWT.FILL, SWT.TOP, true, false);
		legendData.heightHint = ROW;
		legend.setLayoutData(legendData);
		look.follow(legend, legend::redraw);
		legend.addListener(SWT.Paint, event -> paintLegend(event.gc));
		legend.addListener(SWT.Resize, _ -> fitLegend());
		scroll = new ScrolledComposite(whole, SWT.V_SCROLL);
		scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.getVerticalBar().setIncrement(ROW);
		look.paint(scroll, Tone.TEXT, Tone.SURFACE);
		canvas = Look.named(new Canvas(scroll, SWT.DOUBLE_BUFFERED), name + ".bars");
		Look.spoken(canvas, () -> at < bars.size() ? bars.get(at).tip() : "");
		scroll.setContent(canvas);
		look.follow(canvas, canvas::redraw);
		listen();
	}

	private void listen() {
		canvas.addListener(SWT.Paint, event -> paint(event.gc));
		canvas.addListener(SWT.MouseMove, event -> hover(under(event.y)));
		canvas.addListener(SWT.MouseUp, event -> under(event.y).ifPresent(i -> {
			at = i;
			canvas.redraw();
			open();
		}));
		canvas.addListener(SWT.KeyDown, event -> press(event.keyCode));
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
	}

	public Composite control() {
		return whole;
	}

	public void focus() {
		canvas.setFocus();
	}

	public void show(List<Bar<K>> now) {
		bars = List.copyOf(now);
		at = Math.clamp(at, 0, Math.max(0, bars.size() - 1));
		scroll.setMinHeight(SCALE + bars.size() * ROW);
		canvas.redraw();
	}

	private OptionalInt under(int y) {
		int i = Math.floorDiv(y - SCALE, ROW);
		return i >= 0 && i < bars.size() ? OptionalInt.of(i) : OptionalInt.empty();
	}

	private void hover(OptionalInt bar) {
		canvas.setCursor(bar.isPresent() ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
		String tip = bar.isPresent() ? bars.get(bar.getAsInt()).tip().replace("&", "&&") : null;
		if (!Objects.equals(tip, canvas.getToolTipText())) {
			canvas.setToolTipText(tip);
		}
	}

	private void press(int key) {
		int to = switch (key) {
			case SWT.ARROW_UP -> at - 1;
			case SWT.ARROW_DOWN -> at + 1;
			case SWT.HOME -> 0;
			case SWT.END -> bars.size() - 1;
			default -> at;
		};
		if (key == SWT.CR || key == SWT.KEYPAD_CR) {
			open();
		} else if (to >= 0 && to < bars.size() && to != at) {
			at = to;
			reveal();
			canvas.redraw();
		}
	}

	private void open() {
		if (at < bars.size()) {
			open.accept(bars.get(at).key());
		}
	}

	private void reveal() {
		Point origin = scroll.getOrigin();
		int height = scroll.getClientArea().height;
		int top = SCALE + at * ROW;
		if (top - SCALE < origin.y) {
			scroll.setOrigin(0, top - SCALE);
		} else if (top + ROW > origin.y + height) {
			scroll.setOrigin(0, top + ROW - height);
		}
	}

	private void fitLegend() {
		GC gc = new GC(legend);
		int height = legend(new Ink(gc, look), gc, false);
		gc.dispose();
		GridData data = (GridData) legend.getLayoutData();
		if (data.heightHint != height) {
			data.heightHint = height;
			whole.layout();
		}
	}

	private void paintLegend(GC gc) {
		Ink ink = new Ink(gc, look);
		ink.fill(legend.getClientArea(), look.color(Tone.SURFACE));
		legend(ink, gc, true);
	}

	/** Gives the height that it needs. */
	private int legend(Ink ink, GC gc, boolean draws) {
		int x = MARGIN;
		int y = 0;
		for (int i = 0; i <= parts.size(); i++) {
			Optional<Part> part = i < parts.size() ? Optional.of(parts.get(i)) : Optional.empty();
			String name = part.map(Part::name).orElse(targetName);
			int width = MARK + 6 + ink.extent(name, look.font(Face.SMALL)).x;
			if (x > MARGIN && x + width > legend.getClientArea().width - MARGIN) {
				x = MARGIN;
				y += ROW - 6;
			}
			if (draws) {
				int top = y + (ROW - MARK) / 2;
				if (part.isPresent()) {
					part.get().texture().fill(gc, new Rectangle(x, top, MARK, MARK), look.color(part.get().tone()),
							look.color(Tone.SURFACE));
				} else {
					ink.fill(new Rectangle(x + MARK / 2 - 1, top, 2, MARK), look.color(Tone.TEXT));
				}
				ink.text(name, new Rectangle(x + MARK + 6, y, width - MARK - 6 + 2, ROW), look.font(Face.SMALL),
						look.color(Tone.MUTED));
			}
			x += width + 18;
		}
		return y + ROW;
	}

	private Rectangle plot(Ink ink) {
		int label = Math.min(WIDEST_LABEL, bars.stream().limit(200)
				.mapToInt(bar -> ink.extent(bar.label(), look.font(Face.PLAIN)).x).max().orElse(0));
		int left = MARGIN + label + 12;
		return new Rectangle(left, SCALE, Math.max(40, canvas.getClientArea().width - left - FIGURE - MARGIN),
				bars.size() * ROW);
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		ink.fill(canvas.getClientArea(), look.color(Tone.SURFACE));
		if (bars.isEmpty()) {
			return;
		}
		Rectangle plot = plot(ink);
		for (int percent = 0; percent <= 100; percent += 25) {
			int x = plot.x + plot.width * percent / 100;
			ink.fill(new Rectangle(x, plot.y, 1, plot.height), look.color(Tone.LINE));
			ink.text(percent + " %", new Rectangle(x - 30, 0, 60, SCALE), look.font(Face.SMALL), look.color(Tone.MUTED),
					SWT.CENTER);
		}
		Rectangle seen = gc.getClipping();
		for (int i = 0; i < bars.size(); i++) {
			Rectangle row = new Rectangle(0, SCALE + i * ROW, canvas.getClientArea().width, ROW);
			if (seen.intersects(row)) {
				paint(gc, ink, plot, row, i);
			}
		}
	}

	private void paint(GC gc, Ink ink, Rectangle plot, Rectangle row, int index) {
		Bar<K> bar = bars.get(index);
		ink.text(bar.label(), new Rectangle(MARGIN, row.y, plot.x - MARGIN - 12, ROW), look.font(Face.PLAIN),
				look.color(Tone.TEXT));
		int top = row.y + (ROW - THICK) / 2;
		double before = 0;
		int x = plot.x;
		for (int i = 0; i < parts.size(); i++) {
			double share = bar.shares().get(i);
			before += share;
			int end = plot.x + (int) Math.round(plot.width * before);
			if (share > 0) {
				int right = Math.min(plot.x + plot.width, Math.max(end, x + LEAST));
				parts.get(i).texture().fill(gc, new Rectangle(x, top, right - x, THICK), look.color(parts.get(i).tone()),
						look.color(Tone.SURFACE));
				x = right;
			}
		}
		bar.target().ifPresent(target -> {
			int line = plot.x + (int) Math.round(plot.width * target);
			ink.fill(new Rectangle(line - 2, row.y + 2, 4, ROW - 4), look.color(Tone.SURFACE));
			ink.fill(new Rectangle(line - 1, row.y + 2, 2, ROW - 4), look.color(Tone.TEXT));
		});
		int right = plot.x + plot.width + 12;
		ink.mark(bar.mark(), right, row.y + (ROW - MARK) / 2, MARK);
		ink.text(bar.figure(), new Rectangle(right + MARK + 7, row.y, FIGURE - MARK - 19, ROW), look.font(Face.BOLD),
				look.color(Tone.TEXT));
		if (canvas.isFocusControl() && index == at) {
			ink.frameRound(new Rectangle(4, row.y + 1, row.width - 8, ROW - 2), 5, look.color(Tone.ACCENT));
		}
	}
}
