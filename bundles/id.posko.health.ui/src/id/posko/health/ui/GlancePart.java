package id.posko.health.ui;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Card;
import id.posko.ui.Look;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The start page's card of this slice: the whole kabupaten at a glance. */
public final class GlancePart {

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private MApplication application;
	@Inject
	private EPartService parts;

	private GlanceCanvas canvas;

	@PostConstruct
	void build(Composite parent) {
		Words words = Words.of(GlancePart.class, look.locale());
		Composite body = new Card(parent, look, "start.glance", words.say("glance")).body();
		body.setLayout(new FillLayout());
		canvas = Look.named(new GlanceCanvas(body, look, words, this::open), "start.glance.canvas");
		new Redraw(canvas, watching, this::show);
	}

	private void open(RegionCode site) {
		new OfficeChoice(application).choose(site);
		parts.switchPerspective("id.posko.health.ui.watch");
	}

	private void show() {
		watching.source().ifPresent(
				source -> canvas.show(Office.tree(source.inventory().fleet(), source.monitoring().board().healths())));
	}

	@Focus
	void focus() {
		canvas.setFocus();
	}
}
