package id.posko.inventory.ui;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.Change;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Ask;
import id.posko.ui.FileDrop;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The devices of the list, to add, change and remove. */
public final class DevicesPart {

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
	private LiveTable<DeviceKey, DeviceRow> table;
	private java.util.Optional<RegionCode> site = java.util.Optional.empty();

	@PostConstruct
	void build(Composite parent, Steps steps) {
		words = Words.of(DevicesPart.class, look.locale());
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "site");
		table = new LiveTable<>(parent, look, "list.devices", DeviceRow::key, DeviceRow.columns(words, look.locale()),
				part.getPersistedState());
		tool(Glyph.ADD, "add.short", this::add);
		tool(Glyph.EDIT, "edit.short", this::edit);
		tool(Glyph.REMOVE, "remove.short", this::remove);
		tool(Glyph.IMPORT, "import.short", steps::importList);
		tool(Glyph.EXPORT, "export.short", steps::exportList);
		table.setEmptyState(EmptyState.of(Glyph.SCREEN, words.say("devices.empty"), words.say("import.first"),
				steps::importList));
		table.onOpen(_ -> edit());
		table.onSelect(rows -> {
			if (rows.size() == 1) {
				application.getContext().set(DeviceKey.class, rows.getFirst().key());
			}
		});
		table.table().addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.DEL) {
				remove();
			} else if (event.keyCode == SWT.INSERT) {
				add();
			} else if (event.stateMask == SWT.MOD1 && event.keyCode == 'z') {
				desk.undo();
			}
		});
		FileDrop.onto(Look.named(parent, "list.drop"), steps::plan);
		Subscription reading = desk.read(fleet -> table.replace(DeviceRow.of(fleet)));
		parent.addListener(SWT.Dispose, _ -> reading.close());
	}

	private void tool(Glyph glyph, String key, Runnable act) {
		Look.named(new PushButton(table.tools(), look, PushButton.Weight.TOOL, glyph, words.say(key), act), "list." + key);
	}

	@Inject
	@Optional
	void narrow(ChosenSite chosen) {
		site = java.util.Optional.ofNullable(chosen).map(ChosenSite::code);
		if (table != null) {
			java.util.Optional<RegionCode> only = site;
			table.narrow(row -> only.isEmpty() || only.get().equals(row.site().code()));
		}
	}

	private Shell shell() {
		return table.control().getShell();
	}

	private void add() {
		new DeviceSheet(look, desk).add(shell(), site);
	}

	private void edit() {
		table.selection().stream().findFirst().ifPresent(row -> new DeviceSheet(look, desk).edit(shell(), row.device()));
	}

	private void remove() {
		List<Device> devices = table.selection().stream().map(DeviceRow::device).toList();
		if (devices.size() == 1) {
			Device device = devices.getFirst();
			ask.confirm(shell(), words.say("remove.device.title", device.name()), words.say("remove.device.text"),
					words.say("remove.do"),
					() -> desk.change(new Change.RemoveDevice(device.key()), words.say("removed", device.name())));
		} else if (!devices.isEmpty()) {
			ask.confirm(shell(), words.say("remove.devices.title", devices.size()), words.say("remove.device.text"),
					words.say("remove.do"), () -> devices.forEach(device -> desk
							.change(new Change.RemoveDevice(device.key()), words.say("removed", device.name()))));
		}
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
