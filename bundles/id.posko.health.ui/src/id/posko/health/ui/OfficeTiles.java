package id.posko.health.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.KitReadiness.Light;
import id.posko.health.OfficeReadiness;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** One tile for each office that records: its light, name and worst reason. Arrows lead through them, Enter opens. */
final class OfficeTiles {

	private static final int MARK = 22;
	private static final int SMALL_MARK = 16;
	private static final int LINE = 19;

	private final Look look;
	private final Consumer<OfficeReadiness> open;
	private final ScrolledComposite scroll;
	private final Canvas canvas;
	private List<OfficeReadiness> offices = List.of();
	private List<String> sentences = List.of();
	private int at;

	/** @param name by which tests find them */
	OfficeTiles(Composite parent, Look look, String name, Consumer<OfficeReadiness> open) {
		this.look = look;
		this.open = open;
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.getVerticalBar().setIncrement(LINE);
		look.paint(scroll, Tone.TEXT, Tone.SURFACE);
		canvas = Look.named(new Canvas(scroll, SWT.DOUBLE_BUFFERED), name);
		Look.spoken(canvas, () -> at < offices.size() ? told(at) : "");
		look.follow(canvas, canvas::redraw);
		scroll.setContent(canvas);
		scroll.addListener(SWT.Resize, _ -> scroll.setMinHeight(grid().height(offices.size())));
		canvas.addListener(SWT.Paint, event -> paint(event.gc));
		canvas.addListener(SWT.MouseMove, event -> hover(grid().at(event.x, event.y, offices.size())));
		canvas.addListener(SWT.MouseUp, event -> grid().at(event.x, event.y, offices.size()).ifPresent(i -> {
			at = i;
			open(i);
		}));
		canvas.addListener(SWT.KeyDown, event -> press(event.keyCode));
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
	}

	Composite control() {
		return scroll;
	}

	void focus() {
		canvas.setFocus();
	}

	void show(List<OfficeReadiness> now) {
		boolean isOther = now.size() != offices.size();
		offices = now;
		if (isOther) {
			scroll.setMinHeight(grid().height(now.size()));
		}
		sentences = now.stream().map(office -> office.sentence(look.locale())).toList();
		at = Math.clamp(at, 0, Math.max(0, now.size() - 1));
		canvas.redraw();
	}

	private TileGrid grid() {
		return TileGrid.of(scroll.getClientArea().width, scroll.getSize().y, offices.size());
	}

	private void hover(OptionalInt tile) {
		canvas.setCursor(tile.isPresent() ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
		String tip = tile.isPresent() ? told(tile.getAsInt()).replace("&", "&&") : null;
		if (!Objects.equals(tip, canvas.getToolTipText())) {
			canvas.setToolTipText(tip);
		}
	}

	private String told(int tile) {
		return offices.get(tile).site().name() + "\n" + sentences.get(tile);
	}

	private void press(int key) {
		if (key == SWT.CR || key == SWT.KEYPAD_CR) {
			open(at);
		} else {
			at = grid().beside(at, key, offices.size());
			reveal(grid().box(at));
			canvas.redraw();
		}
	}

	private void open(int tile) {
		if (tile < offices.size()) {
			open.accept(offices.get(tile));
		}
	}

	private void reveal(Rectangle box) {
		Point origin = scroll.getOrigin();
		int height = scroll.getClientArea().height;
		if (box.y < origin.y) {
			scroll.setOrigin(0, box.y - TileGrid.GAP);
		} else if (box.y + box.height > origin.y + height) {
			scroll.setOrigin(0, box.y + box.height + TileGrid.GAP - height);
		}
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		ink.fill(canvas.getClientArea(), look.color(Tone.SURFACE));
		TileGrid grid = grid();
		for (int i = 0; i < offices.size(); i++) {
			if (gc.getClipping().intersects(grid.box(i))) {
				paint(gc, ink, i, grid.box(i), grid.isSmall());
			}
		}
	}

	private void paint(GC gc, Ink ink, int tile, Rectangle box, boolean isSmall) {
		OfficeReadiness office = offices.get(tile);
		Light light = office.light();
		Mark mark = Lights.mark(light);
		gc.setBackground(look.palette().soft(mark.tone()));
		gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 16, 16);
		boolean isAt = canvas.isFocusControl() && tile == at;
		gc.setForeground(look.color(isAt ? Tone.ACCENT : mark.tone()));
		gc.setLineWidth(isAt ? 3 : 1);
		gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, 16, 16);
		gc.setLineWidth(1);
		int size = isSmall ? SMALL_MARK : MARK;
		int indent = isSmall ? 8 : 12;
		ink.mark(mark, box.x + indent, box.y + (box.height - size) / 2, size);
		int left = box.x + size + 2 * indent;
		int width = box.x + box.width - indent / 2 - left;
		int lines = isSmall ? 2 : 3;
		int top = box.y + (box.height - lines * LINE) / 2;
		String name = isSmall ? office.site().name().replaceFirst("^Kecamatan ", "") : office.site().name();
		ink.text(name, new Rectangle(left, top, width, LINE), look.font(Face.BOLD), look.color(Tone.TEXT));
		ink.text(light.name(look.locale()), new Rectangle(left, top + LINE, width, LINE),
				look.font(isSmall ? Face.SMALL : Face.PLAIN), look.color(mark.tone()));
		if (!isSmall) {
			ink.text(reason(tile, light), new Rectangle(left, top + 2 * LINE, width, LINE), look.font(Face.SMALL),
					look.color(Tone.MUTED));
		}
	}

	/** Without what the light says already. */
	private String reason(int tile, Light light) {
		Optional<String> why = offices.get(tile).worst().reason().map(part -> part.health()
				.map(health -> health.device().name() + ": " + health.verdict().cause().sentence(look.locale()))
				.orElse(sentences.get(tile)));
		return why.orElse(light == Light.READY ? "" : sentences.get(tile));
	}
}
