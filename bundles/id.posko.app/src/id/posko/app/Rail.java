package id.posko.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * The pages of the window at its left: every perspective that is in the model, whoever brought it. Its icon is the
 * tag {@code glyph:NAME}, its place the tag {@code rank:N}: slices come in any order. Ctrl+1, Ctrl+2 … go there.
 */
public final class Rail {

	private static final String ICON_TAG = "glyph:";
	private static final String RANK_TAG = "rank:";

	@Inject
	private Look look;
	@Inject
	private EPartService parts;
	@Inject
	private EModelService model;
	@Inject
	private MApplication application;

	private final List<RailItem> items = new ArrayList<>();
	private MPerspectiveStack stack;
	private List<MPerspective> pages = List.of();

	@PostConstruct
	void build(Composite parent) {
		stack = (MPerspectiveStack) model.find("id.posko.app.perspectives", application);
		Composite whole = Look.named(new Composite(parent, SWT.NONE), "rail");
		GridLayout layout = new GridLayout(1, true);
		layout.marginWidth = 6;
		layout.marginHeight = 8;
		layout.verticalSpacing = 4;
		whole.setLayout(layout);
		look.paint(whole, Tone.TEXT, Tone.FRAME);
		pages = stack.getChildren().stream().sorted(Comparator.comparingInt(Rail::rank)).toList();
		for (MPerspective perspective : pages) {
			RailItem item = new RailItem(whole, look, icon(perspective), perspective.getLocalizedLabel(), items.size() + 1,
					() -> parts.switchPerspective(perspective));
			Look.named(item, "rail." + perspective.getElementId());
			item.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
			items.add(item);
		}
		Listener keys = this::onKey;
		whole.getDisplay().addFilter(SWT.KeyDown, keys);
		whole.addListener(SWT.Dispose, _ -> whole.getDisplay().removeFilter(SWT.KeyDown, keys));
		showSelected();
	}

	private static Glyph icon(MPerspective perspective) {
		return tag(perspective, ICON_TAG).map(name -> Glyph.valueOf(name.toUpperCase(Locale.ROOT))).findFirst()
				.orElse(Glyph.LIST);
	}

	private static int rank(MPerspective perspective) {
		return tag(perspective, RANK_TAG).map(Integer::valueOf).findFirst().orElse(Integer.MAX_VALUE);
	}

	private static Stream<String> tag(MPerspective perspective, String name) {
		return perspective.getTags().stream().filter(tag -> tag.startsWith(name)).map(tag -> tag.substring(name.length()));
	}

	private void onKey(Event event) {
		int page = event.keyCode - '1';
		if (event.stateMask == SWT.MOD1 && page >= 0 && page < items.size()) {
			parts.switchPerspective(pages.get(page));
			event.doit = false;
		}
	}

	@Inject
	@Optional
	void follow(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) org.osgi.service.event.Event change) {
		showSelected();
	}

	private void showSelected() {
		for (int i = 0; i < items.size(); i++) {
			items.get(i).setOn(pages.get(i) == stack.getSelectedElement());
		}
	}
}
