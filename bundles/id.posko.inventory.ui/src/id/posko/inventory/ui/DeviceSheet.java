package id.posko.inventory.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.Change;
import id.posko.inventory.Entry;
import id.posko.inventory.Field;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** The form of one device. */
final class DeviceSheet {

	private final Look look;
	private final Desk desk;
	private final Words words;
	private final Labels labels;

	DeviceSheet(Look look, Desk desk) {
		this.look = look;
		this.desk = desk;
		words = Words.of(DeviceSheet.class, look.locale());
		labels = new Labels(look.locale());
	}

	void add(Shell window, Optional<RegionCode> site) {
		if (desk.fleet().sites().isEmpty()) {
			new SiteSheet(look, desk).add(window);
		} else {
			open(window, words.say("device.new"), Optional.empty(), new Entry(Map.of()), site);
		}
	}

	/** With what is known of it already. */
	void add(Shell window, RegionCode site, Entry known) {
		open(window, words.say("device.new"), Optional.empty(), known, Optional.of(site));
	}

	void edit(Shell window, Device device) {
		open(window, device.name(), Optional.of(device), Entry.of(desk.fleet().siteOf(device), device),
				Optional.of(device.site()));
	}

	private void open(Shell window, String title, Optional<Device> old, Entry was, Optional<RegionCode> site) {
		Fleet fleet = desk.fleet();
		List<Site> sites = List.copyOf(fleet.sites());
		Sheet sheet = new Sheet(window, look, "device", title);
		sheet.body().setLayout(new FillLayout());
		Form form = new Form(sheet.body(), look, "device");
		Map<Field, Form.Field> fields = new EnumMap<>(Field.class);
		int chosenSite = site.flatMap(fleet::site).map(sites::indexOf).orElse(0);
		fields.put(Field.REGION_CODE, form.choice("site", words.say("column.site"),
				sites.stream().map(s -> s.name() + " (" + s.code() + ")").toList(), chosenSite));
		fields.put(Field.KIND, form.choice("kind", words.say("column.kind"),
				Arrays.stream(DeviceKind.values()).map(labels::of).toList(),
				was.text(Field.KIND).map(DeviceKind::valueOf).orElse(DeviceKind.CLIENT_PC).ordinal()));
		text(form, fields, Field.DEVICE_NAME, "name", "field.device.name", was);
		text(form, fields, Field.ADDRESS, "address", "column.address", was);
		text(form, fields, Field.PARENT, "parent", "field.parent", was);
		text(form, fields, Field.SERIAL, "serial", "column.serial", was);
		text(form, fields, Field.ASSET_TAG, "asset", "column.asset", was);
		fields.put(Field.KIT, form.choice("kit", words.say("column.kit"), List.of("–", "1", "2"),
				old.map(Device::kit).orElse(0)));
		text(form, fields, Field.NOTES, "notes", "column.notes", was);
		text(form, fields, Field.ACCESS, "access", "column.access", was);
		sheet.open(words.say("save"), () -> {
			Entry entry = entry(fields, sites);
			Change change = old.<Change>map(device -> new Change.ChangeDevice(device.key(), entry))
					.orElseGet(() -> new Change.AddDevice(sites.get(fields.get(Field.REGION_CODE).choice()).code(), entry));
			boolean isRight = new Wrongs(look).areNone(desk.check(change), fields, sheet);
			if (isRight) {
				desk.change(change, words.say("saved", fields.get(Field.DEVICE_NAME).text()));
			}
			return isRight;
		});
	}

	private void text(Form form, Map<Field, Form.Field> fields, Field field, String key, String label, Entry was) {
		fields.put(field, form.text(key, words.say(label), was.text(field).orElse(""), _ -> Optional.empty()));
	}

	private static Entry entry(Map<Field, Form.Field> fields, List<Site> sites) {
		Map<Field, String> texts = new EnumMap<>(Field.class);
		for (Field field : List.of(Field.DEVICE_NAME, Field.ADDRESS, Field.PARENT, Field.SERIAL, Field.ASSET_TAG,
				Field.NOTES, Field.ACCESS)) {
			texts.put(field, fields.get(field).text());
		}
		texts.put(Field.REGION_CODE, sites.get(fields.get(Field.REGION_CODE).choice()).code().text());
		texts.put(Field.KIND, DeviceKind.values()[fields.get(Field.KIND).choice()].name());
		int kit = fields.get(Field.KIT).choice();
		texts.put(Field.KIT, kit == 0 ? "" : String.valueOf(kit));
		return new Entry(texts);
	}
}
