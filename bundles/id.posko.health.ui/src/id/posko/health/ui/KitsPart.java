package id.posko.health.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.KitReadiness.Light;
import id.posko.health.OfficeReadiness;
import id.posko.health.ui.map.RegionMap;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The whole kabupaten at one glance: one light for each kecamatan, as tiles by region code or on a map. */
public final class KitsPart {

	private static final String ON_MAP = "map";

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private MApplication application;
	@Inject
	private EPartService parts;
	@Inject
	private MPart part;
	@Inject
	private ECommandService commands;
	@Inject
	private EHandlerService handlers;

	private Words words;
	private Label counts;
	private PushButton asTiles;
	private PushButton asMap;
	private Composite body;
	private OfficeTiles tiles;
	private MapPane pane;
	private Composite noMap;
	private Redraw redraw;
	private Optional<RegionMap> map = Optional.empty();

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(KitsPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 0;
		layout.marginHeight = 4;
		layout.marginRight = TileGrid.GAP;
		layout.verticalSpacing = 0;
		whole.setLayout(layout);
		counts = Look.named(new Label(whole, SWT.NONE), "kits.counts");
		GridData countsData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		countsData.horizontalIndent = TileGrid.GAP;
		counts.setLayoutData(countsData);
		look.paint(counts, Tone.MUTED, Tone.SURFACE);
		asTiles = tool(whole, "kits.as_tiles");
		asMap = tool(whole, "kits.as_map");
		body = new Composite(whole, SWT.NONE);
		body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
		body.setLayout(new StackLayout());
		look.paint(body, Tone.TEXT, Tone.SURFACE);
		tiles = new OfficeTiles(body, look, "kits.tiles", this::open);
		pane = new MapPane(body, look, this::open);
		buildNoMap();
		redraw = new Redraw(whole, watching, () -> show(OfficeReadiness.of(watching.fleet(), watching::health)));
		view(Boolean.parseBoolean(part.getPersistedState().get(ON_MAP)) ? asMap : asTiles);
	}

	private PushButton tool(Composite whole, String key) {
		PushButton button = new PushButton(whole, look, PushButton.Weight.TOOL, null, words.say(key), () -> {
		});
		button.addListener(SWT.Selection, _ -> view(button));
		return Look.named(button, key);
	}

	private void buildNoMap() {
		noMap = new Composite(body, SWT.NONE);
		look.paint(noMap, Tone.MUTED, Tone.SURFACE);
		noMap.setLayout(new GridLayout());
		Label sentence = Look.named(new Label(noMap, SWT.CENTER | SWT.WRAP), "kits.no_map");
		sentence.setText(words.say("kits.no_map"));
		GridData text = new GridData(SWT.CENTER, SWT.BOTTOM, true, true);
		text.widthHint = 520;
		sentence.setLayoutData(text);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		PushButton use = Look.named(new PushButton(noMap, look, PushButton.Weight.MAIN, null, words.say("map.use.short"),
				() -> handlers.executeHandler(commands.createCommand("id.posko.health.ui.map"))), "kits.use_map");
		use.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, true));
	}

	/** The map that the data folder has, once it was read. */
	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void use(RegionMap read) {
		map = Optional.ofNullable(read);
		if (redraw != null) {
			view(asMap.isOn() ? asMap : asTiles);
		}
	}

	private void view(PushButton chosen) {
		asTiles.setOn(chosen == asTiles);
		asMap.setOn(chosen == asMap);
		part.getPersistedState().put(ON_MAP, String.valueOf(asMap.isOn()));
		((StackLayout) body.getLayout()).topControl = !asMap.isOn() ? tiles.control()
				: map.isPresent() ? pane.control() : noMap;
		body.layout();
		redraw.anew();
	}

	/** Chooses the office, and in it the device that decides its light. */
	private void open(OfficeReadiness office) {
		OfficeChoice choice = new OfficeChoice(application);
		choice.choose(office.site().code());
		office.worst().reason().or(() -> office.worst().parts().stream().findFirst()).flatMap(part -> part.health())
				.ifPresent(health -> choice.choose(health.device().key()));
		parts.showPart("id.posko.health.ui.kit", PartState.VISIBLE);
	}

	private void show(List<OfficeReadiness> offices) {
		String text = offices.isEmpty() ? words.say("kits.empty") : counts(offices);
		if (!text.equals(counts.getText())) {
			counts.setText(text);
		}
		if (asMap.isOn()) {
			map.ifPresent(read -> pane.show(read, offices));
		} else {
			tiles.show(offices);
		}
	}

	private String counts(List<OfficeReadiness> offices) {
		return Arrays.stream(Light.values()).sorted((a, b) -> b.compareTo(a))
				.map(light -> words.say("kits.count", offices.stream().filter(office -> office.light() == light).count(),
						light.name(look.locale())))
				.collect(Collectors.joining(" · "));
	}

	@Focus
	void focus() {
		if (!asMap.isOn()) {
			tiles.focus();
		} else if (map.isPresent()) {
			pane.focus();
		} else {
			noMap.setFocus();
		}
	}
}
