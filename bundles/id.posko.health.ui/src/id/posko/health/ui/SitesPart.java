package id.posko.health.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * The offices with the state that most needs a person, and how many devices are in trouble. Choosing one narrows the
 * board.
 */
public final class SitesPart {

	private static final int MARK = 14;
	private static final int ROW = 28;

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private Watching watching;
	@Inject
	private MPart part;

	private final Map<RegionCode, TreeItem> items = new HashMap<>();
	private Words words;
	private Tree tree;
	private RegionCode chosen;
	private Counts everything = new Counts(Map.of());

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(SitesPart.class, look.locale());
		parent.setLayout(new FillLayout());
		tree = Look.named(new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), part.getElementId().replace("id.posko.health.ui.", "") + ".tree");
		look.paint(tree, Tone.TEXT, Tone.SURFACE);
		tree.addListener(SWT.MeasureItem, event -> event.height = ROW);
		tree.addListener(SWT.EraseItem, this::erase);
		tree.addListener(SWT.PaintItem, this::paint);
		tree.addListener(SWT.MouseMove, event -> tell(tree.getItem(new Point(event.x, event.y))));
		tree.addListener(SWT.Selection, event -> choose((TreeItem) event.item));
		new Redraw(tree, watching, this::show);
	}

	private void choose(TreeItem item) {
		new OfficeChoice(application).choose(item.getData() instanceof Office office ? office.site().code() : null);
	}

	/** Another part chose an office; null is all. */
	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(RegionCode site) {
		chosen = site;
		if (tree != null) {
			select();
		}
	}

	private void select() {
		TreeItem item = chosen != null ? items.get(chosen) : tree.getItemCount() > 0 ? tree.getItem(0) : null;
		boolean isOther = item != null && !item.isDisposed() && List.of(tree.getSelection()).stream().noneMatch(item::equals);
		if (isOther) {
			tree.setSelection(item);
		}
	}

	/** The whole name, and what the numbers beside it count. */
	private void tell(TreeItem item) {
		Counts counts = item == null ? null : counts(item);
		String tip = counts == null ? null
				: words.say("sites.tip", item.getText(), counts.troubled(), counts.all()).replace("&", "&&");
		if (!Objects.equals(tip, tree.getToolTipText())) {
			tree.setToolTipText(tip);
		}
	}

	private Counts counts(TreeItem item) {
		return item.getData() instanceof Office office ? office.all() : everything;
	}

	private void show() {
		watching.source().ifPresent(
				source -> show(Office.tree(source.inventory().fleet(), source.monitoring().board().healths())));
	}

	private void show(List<Office> offices) {
		everything = offices.stream().map(Office::all).reduce(new Counts(Map.of()), Counts::plus);
		Map<RegionCode, TreeItem> left = new HashMap<>(items);
		TreeItem all = tree.getItemCount() == 0 ? new TreeItem(tree, SWT.NONE) : tree.getItem(0);
		all.setText(words.say("sites.all"));
		offices.forEach(office -> update(null, office, left));
		left.forEach((code, item) -> {
			item.dispose();
			items.remove(code);
		});
		select();
		tree.redraw();
	}

	private void update(TreeItem parent, Office office, Map<RegionCode, TreeItem> left) {
		RegionCode code = office.site().code();
		TreeItem item = left.remove(code);
		if (item == null || item.isDisposed() || item.getParentItem() != parent) {
			item = parent == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(parent, SWT.NONE);
			items.put(code, item);
		}
		item.setText(office.site().name());
		item.setData(office);
		for (Office below : office.below()) {
			update(item, below, left);
		}
		if (!office.below().isEmpty() && item.getData("opened") == null) {
			item.setExpanded(true);
			item.setData("opened", true);
		}
	}

	private void erase(Event event) {
		boolean isSelected = (event.detail & SWT.SELECTED) != 0;
		new Ink(event.gc, look).fill(new Rectangle(0, event.y, tree.getClientArea().width, event.height),
				look.color(isSelected ? Tone.SELECTED : Tone.SURFACE));
		event.detail &= ~(SWT.FOREGROUND | SWT.SELECTED | SWT.HOT | SWT.BACKGROUND);
	}

	private void paint(Event event) {
		TreeItem item = (TreeItem) event.item;
		Counts counts = counts(item);
		Ink ink = new Ink(event.gc, look);
		int right = tree.getClientArea().x + tree.getClientArea().width - 10;
		int y = event.y;
		if (counts.all() > 0) {
			ink.mark(States.mark(counts.mostUrgent()), event.x, y + (ROW - MARK) / 2, MARK);
		} else {
			ink.mark(Mark.NONE, event.x, y + (ROW - MARK) / 2, MARK);
		}
		String number = counts.troubled() == 0 ? String.valueOf(counts.all()) : counts.troubled() + "/" + counts.all();
		int width = ink.extent(number, look.font(Face.SMALL)).x;
		Tone tone = counts.troubled() == 0 ? Tone.MUTED : Tone.TEXT;
		ink.text(number, new Rectangle(right - width, y, width, ROW), look.font(Face.SMALL), look.color(tone));
		int x = event.x + MARK + 8;
		boolean isTop = item.getParentItem() == null;
		ink.text(item.getText(), new Rectangle(x, y, right - width - 8 - x, ROW), look.font(isTop ? Face.BOLD : Face.PLAIN),
				look.color(Tone.TEXT));
	}

	@Focus
	void focus() {
		tree.setFocus();
	}
}
