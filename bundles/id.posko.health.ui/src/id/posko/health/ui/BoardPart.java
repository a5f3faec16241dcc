package id.posko.health.ui;

import java.time.InstantSource;
import java.util.List;

import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import id.posko.health.DeviceHealth;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The board: every device and how it is, live. */
public final class BoardPart implements Watching.Viewer {

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;
	@Inject
	private ECommandService commands;
	@Inject
	private EHandlerService handlers;

	@Inject
	private Watching watching;

	private Words words;
	private LiveTable<DeviceKey, Row> table;
	private volatile Fleet fleet = Fleet.EMPTY;

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(BoardPart.class, look.locale());
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "state");
		table = new LiveTable<>(parent, look, "board", Row::key,
				Row.columns(words, look.locale(), InstantSource.system()), part.getPersistedState());
		table.setEmptyState(EmptyState.of(Glyph.PULSE, words.say("board.empty")));
		tool(Glyph.CHECK_NOW, "check.short", "id.posko.health.ui.check");
		tool(Glyph.WRENCH, "maintain.short", "id.posko.health.ui.maintain");
		table.onExport(text -> file.keep(words.say("board.file"), text));
		table.onSelect(this::select);
		table.onSelected(selected -> application.getContext().set(Chosen.class, new Chosen(devices(selected))));
		table.onOpen(row -> new DevicePage(application).open(row.key()));
		menu();
		Inventory.Subscription watched = watching.watch(this);
		parent.addListener(SWT.Dispose, _ -> watched.close());
	}

	private void tool(Glyph glyph, String key, String command) {
		PushButton button = new PushButton(table.tools(), look, PushButton.Weight.TOOL, glyph, words.say(key),
				() -> run(command));
		Look.named(button, "board." + key);
	}

	private void menu() {
		Menu menu = new Menu(table.table());
		item(menu, "check.chosen", "id.posko.health.ui.check");
		item(menu, "check.site", "id.posko.health.ui.check.site");
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, "maintain", "id.posko.health.ui.maintain");
		item(menu, "resume", "id.posko.health.ui.resume");
		item(menu, "ack", "id.posko.health.ui.ack");
		item(menu, "ack.end", "id.posko.health.ui.ack.end");
		table.table().setMenu(menu);
	}

	private void item(Menu menu, String key, String command) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(words.say(key));
		item.addListener(SWT.Selection, _ -> run(command));
	}

	private void run(String command) {
		handlers.executeHandler(commands.createCommand(command));
	}

	private void select(List<Row> selected) {
		devices(selected).stream().findFirst().ifPresent(device -> application.getContext().set(DeviceKey.class, device.key()));
	}

	private static List<Device> devices(List<Row> selected) {
		return selected.stream().map(row -> row.health().device()).toList();
	}

	@Override
	public void all(Fleet newFleet, List<DeviceHealth> healths) {
		fleet = newFleet;
		table.replace(rows(healths));
	}

	@Override
	public void changed(List<DeviceHealth> healths) {
		table.put(rows(healths));
	}

	private List<Row> rows(List<DeviceHealth> healths) {
		return healths.stream().flatMap(health -> fleet.site(health.device().site())
				.map(site -> new Row(health, site)).stream()).toList();
	}

	/** Shows one office and those inside it only; null shows all. */
	@Inject
	@Optional
	void narrow(RegionCode site) {
		if (table != null) {
			table.narrow(row -> site == null || site.contains(row.site().code()));
		}
	}

	/** Another part chose a device. */
	@Inject
	@Optional
	void show(DeviceKey device) {
		if (table != null && device != null && table.selection().stream().noneMatch(row -> row.key().equals(device))) {
			table.select(device);
		}
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
