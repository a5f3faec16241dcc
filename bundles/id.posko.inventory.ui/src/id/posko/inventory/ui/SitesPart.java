package id.posko.inventory.ui;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.Change;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.Labels;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.Ask;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The offices of the list. Choosing one narrows the devices beside it. */
public final class SitesPart {

	private record Row(Site site, int devices) {
	}

	@Inject
	private Look look;
	@Inject
	private Ask ask;
	@Inject
	private Desk desk;
	@Inject
	private MPart part;
	@Inject
	private MApplication application;

	private Words words;
	private LiveTable<RegionCode, Row> table;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(SitesPart.class, look.locale());
		Labels labels = new Labels(look.locale());
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "code");
		table = new LiveTable<>(parent, look, "list.sites", row -> row.site().code(), List.of(
				Column.text("name", words.say("column.site"), 168, row -> row.site().name()),
				Column.<Row>text("code", words.say("column.code"), 124, row -> row.site().code().text())
						.orderedBy(Comparator.comparing(row -> row.site().code())).inQuietTone(),
				Column.<Row>number("devices", words.say("column.devices"), 60, row -> OptionalDouble.of(row.devices()),
						row -> String.valueOf(row.devices())),
				Column.<Row>text("line", words.say("column.line"), 110, row -> labels.of(row.site().link())).hiddenAtFirst(),
				Column.<Row>text("kind", words.say("column.kind"), 110, row -> labels.of(row.site().kind()))
						.hiddenAtFirst()),
				part.getPersistedState()).compact();
		tool(Glyph.ADD, "add.site", () -> new SiteSheet(look, desk).add(shell()));
		tool(Glyph.EDIT, "edit.site", this::edit);
		tool(Glyph.REMOVE, "remove.site", this::remove);
		table.setEmptyState(EmptyState.of(Glyph.OFFICE, words.say("sites.empty"), words.say("sites.first"),
				() -> new SiteSheet(look, desk).add(shell())));
		table.onSelect(rows -> application.getContext().set(ChosenSite.class,
				rows.size() == 1 ? new ChosenSite(rows.getFirst().site().code()) : null));
		table.onOpen(_ -> edit());
		Subscription reading = desk.read(this::show);
		parent.addListener(SWT.Dispose, _ -> reading.close());
	}

	private Shell shell() {
		return table.control().getShell();
	}

	private void tool(Glyph glyph, String key, Runnable act) {
		Look.named(PushButton.icon(table.tools(), look, glyph, words.say(key).replace("&", ""), act), "list." + key);
	}

	private void show(Fleet fleet) {
		table.replace(fleet.sites().stream().map(site -> new Row(site, fleet.devicesAt(site.code()).size())).toList());
	}

	private void edit() {
		table.selection().stream().findFirst().ifPresent(row -> new SiteSheet(look, desk).edit(shell(), row.site()));
	}

	private void remove() {
		table.selection().stream().findFirst().ifPresent(row -> {
			String name = row.site().name();
			ask.confirm(shell(), words.say("remove.site.title", name), words.say("remove.site.text", row.devices()),
					words.say("remove.do"), () -> desk.change(new Change.RemoveSite(row.site().code()),
							words.say("removed", name)));
		});
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
