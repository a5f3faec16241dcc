package id.posko.health.ui;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.DeviceHealth;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Card;
import id.posko.ui.Look;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The start page's card of this slice: the whole kabupaten at a glance. */
public final class GlancePart implements Watching.Viewer {

	private static final int REFRESH_MILLIS = 500;

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private MApplication application;
	@Inject
	private EPartService parts;

	private final AtomicBoolean isStale = new AtomicBoolean(true);
	private GlanceCanvas canvas;

	@PostConstruct
	void build(Composite parent) {
		Words words = Words.of(GlancePart.class, look.locale());
		Composite body = new Card(parent, look, "start.glance", words.say("glance")).body();
		body.setLayout(new FillLayout());
		canvas = Look.named(new GlanceCanvas(body, look, words, this::open), "start.glance.canvas");
		Inventory.Subscription watched = watching.watch(this);
		canvas.addListener(SWT.Dispose, _ -> watched.close());
		refresh();
	}

	private void open(RegionCode site) {
		application.getContext().set(RegionCode.class, site);
		parts.switchPerspective("id.posko.health.ui.watch");
	}

	@Override
	public void all(Fleet fleet, List<DeviceHealth> healths) {
		isStale.set(true);
	}

	@Override
	public void changed(List<DeviceHealth> healths) {
		isStale.set(true);
	}

	private void refresh() {
		if (canvas.isDisposed()) {
			return;
		}
		if (canvas.isVisible() && isStale.getAndSet(false)) {
			watching.source().ifPresent(
					source -> canvas.show(Office.tree(source.inventory().fleet(), source.monitoring().board().healths())));
		}
		canvas.getDisplay().timerExec(REFRESH_MILLIS, this::refresh);
	}

	@Focus
	void focus() {
		canvas.setFocus();
	}
}
