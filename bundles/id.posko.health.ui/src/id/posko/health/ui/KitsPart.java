package id.posko.health.ui;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.KitReadiness.Light;
import id.posko.health.OfficeReadiness;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The whole kabupaten at one glance: one light for each kecamatan, by region code. */
public final class KitsPart {

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private MApplication application;
	@Inject
	private EPartService parts;

	private Words words;
	private Composite whole;
	private Label counts;
	private OfficeTiles tiles;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(KitsPart.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 6;
		layout.verticalSpacing = 0;
		whole.setLayout(layout);
		counts = Look.named(new Label(whole, SWT.NONE), "kits.counts");
		GridData countsData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		countsData.horizontalIndent = TileGrid.GAP;
		counts.setLayoutData(countsData);
		look.paint(counts, Tone.MUTED, Tone.SURFACE);
		tiles = new OfficeTiles(whole, look, this::open);
		tiles.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		new Redraw(whole, watching, () -> show(OfficeReadiness.of(watching.fleet(), watching::health)));
	}

	/** Chooses the office, and in it the device that decides its light. */
	private void open(OfficeReadiness office) {
		application.getContext().set(RegionCode.class, office.site().code());
		office.worst().reason().or(() -> office.worst().parts().stream().findFirst()).flatMap(part -> part.health())
				.ifPresent(health -> application.getContext().set(DeviceKey.class, health.device().key()));
		parts.showPart("id.posko.health.ui.kit", PartState.VISIBLE);
	}

	private void show(List<OfficeReadiness> offices) {
		String text = offices.isEmpty() ? words.say("kits.empty") : counts(offices);
		if (!text.equals(counts.getText())) {
			counts.setText(text);
		}
		tiles.show(offices);
	}

	private String counts(List<OfficeReadiness> offices) {
		return Arrays.stream(Light.values()).sorted((a, b) -> b.compareTo(a))
				.map(light -> words.say("kits.count", offices.stream().filter(office -> office.light() == light).count(),
						light.name(look.locale())))
				.collect(Collectors.joining(" · "));
	}

	@Focus
	void focus() {
		tiles.focus();
	}
}
