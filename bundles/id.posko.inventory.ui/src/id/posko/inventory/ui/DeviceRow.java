package id.posko.inventory.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import id.posko.inventory.ByCode;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.table.Column;

/** One device of the list; {@code behind} names its parent. */
record DeviceRow(Device device, Site site, String behind) {

	static List<DeviceRow> of(Fleet fleet) {
		return fleet.devices().stream().map(device -> new DeviceRow(device, fleet.siteOf(device), behind(fleet, device)))
				.toList();
	}

	private static String behind(Fleet fleet, Device device) {
		return fleet.parent(device.key()).map(parent -> parent.site().equals(device.site()) ? parent.name()
				: parent.name() + " · " + fleet.siteOf(parent).name()).orElse("");
	}

	DeviceKey key() {
		return device.key();
	}

	/** Their functions may be asked on any thread. */
	static List<Column<DeviceRow>> columns(Words words, Locale locale) {
		Labels labels = new Labels(locale);
		return List.of(Column.text("device", words.say("column.device"), 124, row -> row.device.name()),
				Column.<DeviceRow>text("site", words.say("column.site"), 160, row -> row.site.name())
						.orderedBy(Comparator.comparing(DeviceRow::key)),
				Column.text("kind", words.say("column.kind"), 130, row -> labels.of(row.device.kind())),
				Column.text("address", words.say("column.address"), 100,
						row -> row.device.address().map(Object::toString).orElse("")),
				Column.<DeviceRow>text("behind", words.say("column.behind"), 104, DeviceRow::behind).inQuietTone(),
				Column.<DeviceRow>text("kit", words.say("column.kit"), 48,
						row -> row.device.kit() == 0 ? "" : String.valueOf(row.device.kit())).inQuietTone(),
				Column.<DeviceRow>text("serial", words.say("column.serial"), 98, row -> row.device.serial()).inQuietTone(),
				Column.<DeviceRow>text("asset", words.say("column.asset"), 146, row -> row.device.assetTag())
						.inQuietTone(),
				Column.<DeviceRow>text("notes", words.say("column.notes"), 160, row -> row.device.notes()).hiddenAtFirst(),
				Column.<DeviceRow>text("access", words.say("column.access"), 160, row -> row.device.access().toString())
						.hiddenAtFirst(),
				Column.<DeviceRow>text("code", words.say("column.code"), 100, row -> row.site.code().text())
						.hiddenAtFirst(),
				Column.<DeviceRow>text("label", words.say("column.label"), 190, row -> ByCode.label(row.device))
						.hiddenAtFirst());
	}
}
