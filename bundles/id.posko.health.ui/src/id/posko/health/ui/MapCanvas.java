package id.posko.health.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.OfficeReadiness;
import id.posko.health.ui.map.Drawing;
import id.posko.health.ui.map.Drawing.Corners;
import id.posko.health.ui.map.Drawing.Shape;
import id.posko.health.ui.map.Drawing.Spot;
import id.posko.health.ui.map.RegionMap;
import id.posko.kit.Site;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** The map, each office's area with its light; areas of nobody are grey. Arrows lead through them, Enter opens. */
final class MapCanvas extends Canvas {

	private static final int MARGIN = 10;
	private static final int MARK = 18;
	private static final int SMALL_MARK = 12;
	private static final int LINE = 18;

	/** A shape of the map and whose it is. */
	private record Area(Shape shape, Optional<Integer> office) {
	}

	private final Look look;
	private final Consumer<OfficeReadiness> open;
	private RegionMap map = new RegionMap(List.of());
	private List<Optional<Site>> owners = List.of();
	private List<OfficeReadiness> offices = List.of();
	private List<Area> areas = List.of();
	private Rectangle fitted = new Rectangle(0, 0, 0, 0);
	private Optional<Site> at = Optional.empty();

	MapCanvas(Composite parent, Look look, Consumer<OfficeReadiness> open) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.open = open;
		Look.spoken(this, () -> chosen().map(this::told).orElse(""));
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseMove, event -> hover(under(event.x, event.y)));
		addListener(SWT.MouseUp, event -> under(event.x, event.y).ifPresent(office -> {
			at = Optional.of(office.site());
			redraw();
			open.accept(office);
		}));
		addListener(SWT.KeyDown, event -> press(event.keyCode));
		addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		addListener(SWT.FocusIn, _ -> {
			fit();
			at = at.or(() -> areas.stream().flatMap(area -> area.office().stream()).findFirst().map(offices::get)
					.map(OfficeReadiness::site));
			redraw();
		});
		addListener(SWT.FocusOut, _ -> redraw());
	}

	/** @param newOwners of the map's regions, in their order */
	void show(RegionMap newMap, List<Optional<Site>> newOwners, List<OfficeReadiness> newOffices) {
		boolean isOther = newMap != map || !newOwners.equals(owners)
				|| !sites(newOffices).equals(sites(offices));
		map = newMap;
		owners = newOwners;
		offices = newOffices;
		if (isOther) {
			fitted = new Rectangle(0, 0, 0, 0);
		}
		redraw();
	}

	private static List<Site> sites(List<OfficeReadiness> offices) {
		return offices.stream().map(OfficeReadiness::site).toList();
	}

	/** Once for each size. */
	private void fit() {
		Rectangle area = getClientArea();
		if (area.equals(fitted)) {
			return;
		}
		fitted = area;
		Drawing drawing = Drawing.of(map, MARGIN, MARGIN, Math.max(1, area.width - 2 * MARGIN),
				Math.max(1, area.height - 2 * MARGIN));
		List<Site> sites = sites(offices);
		List<Area> all = new ArrayList<>();
		for (int i = 0; i < owners.size(); i++) {
			all.add(new Area(drawing.shapes().get(i), owners.get(i).map(sites::indexOf).filter(office -> office >= 0)));
		}
		areas = all;
	}

	private Optional<OfficeReadiness> under(int x, int y) {
		fit();
		return areas.stream().filter(area -> area.office().isPresent() && area.shape().contains(x, y)).findFirst()
				.map(area -> offices.get(area.office().get()));
	}

	private Optional<OfficeReadiness> chosen() {
		return at.flatMap(site -> offices.stream().filter(office -> office.site().equals(site)).findFirst());
	}

	private String told(OfficeReadiness office) {
		return office.site().name() + "\n" + office.sentence(look.locale());
	}

	private void hover(Optional<OfficeReadiness> office) {
		setCursor(office.isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
		String tip = office.map(this::told).map(text -> text.replace("&", "&&")).orElse(null);
		if (!Objects.equals(tip, getToolTipText())) {
			setToolTipText(tip);
		}
	}

	private void press(int key) {
		fit();
		if (key == SWT.CR || key == SWT.KEYPAD_CR) {
			chosen().ifPresent(open);
		} else if (key == SWT.HOME || at.isEmpty()) {
			at = offices.stream().map(OfficeReadiness::site).filter(site -> spot(site).isPresent()).findFirst();
		} else {
			at.flatMap(this::spot).flatMap(from -> beside(from, key)).ifPresent(site -> at = Optional.of(site));
		}
		redraw();
	}

	private Optional<Spot> spot(Site site) {
		return areas.stream().filter(area -> area.office().filter(i -> offices.get(i).site().equals(site)).isPresent())
				.map(area -> area.shape().spot()).max(Comparator.comparingInt(Spot::width));
	}

	/** The nearest in the direction of an arrow key; what lies aside counts double. */
	private Optional<Site> beside(Spot from, int key) {
		int dx = key == SWT.ARROW_LEFT ? -1 : key == SWT.ARROW_RIGHT ? 1 : 0;
		int dy = key == SWT.ARROW_UP ? -1 : key == SWT.ARROW_DOWN ? 1 : 0;
		return dx == 0 && dy == 0 ? Optional.empty() : offices.stream().map(OfficeReadiness::site)
				.filter(site -> spot(site).filter(to -> ahead(from, to, dx, dy) > 0).isPresent())
				.min(Comparator.comparingInt(site -> {
					Spot to = spot(site).orElseThrow();
					return ahead(from, to, dx, dy) + 2 * Math.abs(dx == 0 ? to.x() - from.x() : to.y() - from.y());
				}));
	}

	private static int ahead(Spot from, Spot to, int dx, int dy) {
		return dx * (to.x() - from.x()) + dy * (to.y() - from.y());
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		ink.fill(getClientArea(), look.color(Tone.SURFACE));
		fit();
		gc.setFillRule(SWT.FILL_EVEN_ODD);
		gc.setLineJoin(SWT.JOIN_ROUND);
		areas.stream().sorted(Comparator.comparingInt(this::urgency)).forEach(area -> outline(gc, area, 1));
		if (isFocusControl()) {
			areas.stream().filter(area -> area.office().map(offices::get).map(OfficeReadiness::site).equals(at)
					&& at.isPresent()).forEach(area -> outline(gc, area, 3));
		}
		areas.forEach(area -> area.office().ifPresent(office -> label(ink, area.shape().spot(), offices.get(office))));
	}

	/** The line between two areas is that of the worse one. */
	private int urgency(Area area) {
		return area.office().map(office -> offices.get(office).light().ordinal()).orElse(-1);
	}

	private Mark mark(Area area) {
		return area.office().map(office -> Lights.mark(offices.get(office).light())).orElse(Mark.NONE);
	}

	private void outline(GC gc, Area area, int width) {
		Path path = new Path(gc.getDevice());
		for (Corners ring : area.shape().rings()) {
			path.moveTo(ring.xy()[0], ring.xy()[1]);
			for (int i = 2; i < ring.xy().length; i += 2) {
				path.lineTo(ring.xy()[i], ring.xy()[i + 1]);
			}
			path.close();
		}
		boolean isOurs = area.office().isPresent();
		if (width == 1) {
			gc.setBackground(isOurs ? look.palette().soft(mark(area).tone()) : look.color(Tone.RAISED));
			gc.fillPath(path);
		}
		gc.setForeground(look.color(width > 1 ? Tone.ACCENT : isOurs ? mark(area).tone() : Tone.LINE));
		gc.setLineWidth(width);
		gc.drawPath(path);
		gc.setLineWidth(1);
		path.dispose();
	}

	/** The mark with the name below it, where there is room for a name. */
	private void label(Ink ink, Spot spot, OfficeReadiness office) {
		Mark mark = Lights.mark(office.light());
		String name = office.site().name().replaceFirst("^Kecamatan ", "");
		Point text = ink.extent(name, look.font(Face.SMALL));
		boolean hasRoom = text.x <= spot.width() - 4;
		int size = hasRoom || spot.width() > 2 * MARK ? MARK : SMALL_MARK;
		int height = hasRoom ? size + LINE : size;
		ink.mark(mark, spot.x() - size / 2, spot.y() - height / 2, size);
		if (hasRoom) {
			ink.text(name, new Rectangle(spot.x() - text.x / 2 - 1, spot.y() - height / 2 + size, text.x + 2, LINE),
					look.font(Face.SMALL), look.color(Tone.TEXT), SWT.CENTER);
		}
	}
}
