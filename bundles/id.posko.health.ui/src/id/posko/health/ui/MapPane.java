package id.posko.health.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.OfficeReadiness;
import id.posko.health.ui.map.RegionMap;
import id.posko.kit.Site;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** The map, and as tiles beside or below it the offices that have no area there. */
final class MapPane {

	private static final int SIDE = 260;
	private static final double WIDE = 1.6;

	private final Composite whole;
	private final MapCanvas canvas;
	private final OfficeTiles rest;
	private RegionMap shown;
	private List<Site> sites = List.of();
	private List<Optional<Site>> owners = List.of();
	private Set<Site> placed = Set.of();
	private boolean hasRest;

	MapPane(Composite parent, Look look, Consumer<OfficeReadiness> open) {
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		canvas = Look.named(new MapCanvas(whole, look, open), "kits.map");
		rest = new OfficeTiles(whole, look, "kits.rest", open);
		whole.addListener(SWT.Resize, _ -> arrange());
	}

	Composite control() {
		return whole;
	}

	void focus() {
		canvas.setFocus();
	}

	void show(RegionMap map, List<OfficeReadiness> offices) {
		List<Site> now = offices.stream().map(OfficeReadiness::site).toList();
		if (map != shown || !now.equals(sites)) {
			shown = map;
			sites = now;
			owners = map.regions().stream().map(region -> region.office(sites)).toList();
			placed = owners.stream().flatMap(Optional::stream).collect(Collectors.toSet());
		}
		List<OfficeReadiness> others = offices.stream().filter(office -> !placed.contains(office.site())).toList();
		canvas.show(map, owners, offices);
		rest.show(others);
		if (hasRest == others.isEmpty()) {
			hasRest = !others.isEmpty();
			arrange();
		}
	}

	private void arrange() {
		Rectangle area = whole.getClientArea();
		rest.control().setVisible(hasRest);
		boolean isWide = area.width > WIDE * area.height;
		if (!hasRest) {
			canvas.setBounds(area);
		} else if (isWide) {
			canvas.setBounds(0, 0, area.width - SIDE, area.height);
			rest.control().setBounds(area.width - SIDE, 0, SIDE, area.height);
		} else {
			int height = Math.min(area.height / 3, TileGrid.of(area.width).height(2));
			canvas.setBounds(0, 0, area.width, area.height - height);
			rest.control().setBounds(0, area.height - height, area.width, height);
		}
	}
}
