package id.posko.health.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.DeviceHealth;
import id.posko.health.KitReadiness;
import id.posko.health.KitReadiness.Part;
import id.posko.health.State;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Labels;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** The devices of a kit as they stand on the desk. A click or Enter opens one; arrows lead from one to the next. */
final class KitCanvas extends Canvas {

	private static final int WIDEST = 240;
	private static final int TALLEST = 58;
	private static final int GAP = 12;
	private static final int ICON = 30;
	private static final int MARK = 17;

	private final Look look;
	private final Words words;
	private final States states;
	private final Labels labels;
	private final Consumer<DeviceKey> open;
	private List<Part> parts = List.of();
	private Optional<DeviceKind> at = Optional.empty();

	KitCanvas(Composite parent, Look look, Words words, Consumer<DeviceKey> open) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.words = words;
		this.open = open;
		states = new States(look.locale());
		labels = new Labels(look.locale());
		Look.spoken(this, () -> at.flatMap(this::part).map(this::told).orElse(""));
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseMove, event -> hover(under(event.x, event.y)));
		addListener(SWT.MouseExit, _ -> hover(Optional.empty()));
		addListener(SWT.MouseUp, event -> under(event.x, event.y).ifPresent(this::open));
		addListener(SWT.KeyDown, event -> press(event.keyCode));
		addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		addListener(SWT.FocusIn, _ -> {
			at = at.or(this::first);
			redraw();
		});
		addListener(SWT.FocusOut, _ -> redraw());
	}

	void show(Optional<KitReadiness> kit) {
		List<Part> now = kit.map(KitReadiness::parts).orElse(List.of());
		if (!now.equals(parts)) {
			parts = now;
			at = at.filter(kind -> part(kind).isPresent());
			redraw();
		}
	}

	private Optional<Part> part(DeviceKind kind) {
		return parts.stream().filter(part -> part.kind() == kind).findFirst();
	}

	private Optional<DeviceKind> first() {
		return parts.stream().map(Part::kind).findFirst();
	}

	private Optional<Part> under(int x, int y) {
		return parts.stream().filter(part -> box(part.kind()).contains(x, y)).findFirst();
	}

	private void hover(Optional<Part> part) {
		boolean opens = part.flatMap(Part::health).isPresent();
		setCursor(opens ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
		String tip = part.map(this::told).map(text -> text.replace("&", "&&")).orElse(null);
		if (!Objects.equals(tip, getToolTipText())) {
			setToolTipText(tip);
		}
	}

	private String told(Part part) {
		return title(part) + "\n" + part.health().map(health -> health.verdict().cause().sentence(look.locale()))
				.orElse(words.say("kit.unlisted"));
	}

	private void press(int key) {
		at = at.or(this::first);
		if (key == SWT.CR || key == SWT.KEYPAD_CR) {
			at.flatMap(this::part).ifPresent(this::open);
		} else {
			at.flatMap(from -> Desk.beside(from, key, parts.stream().map(Part::kind).toList())).ifPresent(kind -> {
				at = Optional.of(kind);
				redraw();
			});
		}
	}

	private void open(Part part) {
		part.health().ifPresent(health -> open.accept(health.device().key()));
	}

	private String title(Part part) {
		return part.health().map(health -> health.device().name()).orElseGet(() -> labels.of(part.kind()));
	}

	private Rectangle box(DeviceKind kind) {
		Rectangle area = getClientArea();
		int width = Math.min(WIDEST, area.width / Desk.COLUMNS - 2 * GAP);
		int height = Math.min(TALLEST, area.height / Desk.ROWS - 6);
		return Desk.seat(kind).in(area, width, height);
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		ink.fill(getClientArea(), look.color(Tone.SURFACE));
		parts.forEach(part -> Desk.tiedTo(part.kind()).filter(other -> part(other).isPresent())
				.ifPresent(other -> paintCable(gc, part, box(part.kind()), box(other))));
		parts.forEach(part -> paint(gc, ink, part, box(part.kind())));
	}

	private void paintCable(GC gc, Part part, Rectangle from, Rectangle to) {
		Mark mark = mark(part);
		boolean isSure = mark == Mark.GOOD || mark == Mark.WARN || mark == Mark.BAD;
		gc.setForeground(look.color(isSure ? mark.tone() : Tone.FAINT));
		gc.setLineWidth(2);
		gc.setLineStyle(isSure ? SWT.LINE_SOLID : SWT.LINE_DOT);
		gc.drawLine(from.x + from.width / 2, from.y + from.height / 2, to.x + to.width / 2, to.y + to.height / 2);
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setLineWidth(1);
	}

	private static Mark mark(Part part) {
		return States.mark(part.health().map(DeviceHealth::state).orElse(State.NOT_MEASURED));
	}

	private void paint(GC gc, Ink ink, Part part, Rectangle box) {
		Mark mark = mark(part);
		boolean isListed = part.health().isPresent();
		ink.fillRound(box, 8, look.color(Tone.SURFACE));
		gc.setBackground(isListed ? look.palette().soft(mark.tone()) : look.color(Tone.SURFACE));
		gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 16, 16);
		boolean isAt = isFocusControl() && at.filter(kind -> kind == part.kind()).isPresent();
		gc.setLineStyle(isListed ? SWT.LINE_SOLID : SWT.LINE_DASH);
		gc.setForeground(look.color(isAt ? Tone.ACCENT : isListed ? mark.tone() : Tone.FAINT));
		gc.setLineWidth(isAt ? 3 : 1);
		gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, 16, 16);
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setLineWidth(1);
		int middle = box.y + box.height / 2;
		ink.glyph(Kinds.glyph(part.kind()), box.x + 12, middle - ICON / 2, ICON, look.color(isListed ? Tone.TEXT : Tone.FAINT));
		int left = box.x + ICON + 24;
		int width = box.x + box.width - 8 - left;
		ink.text(title(part), new Rectangle(left, middle - 22, width, 22), look.font(Face.BOLD),
				look.color(isListed ? Tone.TEXT : Tone.MUTED));
		ink.mark(isListed ? mark : Mark.BAD, left, middle + 3, MARK);
		ink.text(isListed ? states.name(part.health().orElseThrow().state()) : words.say("kit.unlisted"),
				new Rectangle(left + MARK + 6, middle + 1, width - MARK - 6, 21), look.font(Face.PLAIN),
				look.color(isListed ? mark.tone() : Tone.MUTED));
	}
}
