package id.posko.inventory.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.Change;
import id.posko.inventory.Entry;
import id.posko.inventory.Field;
import id.posko.kit.Labels;
import id.posko.kit.LinkKind;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** The form of one office. */
final class SiteSheet {

	private final Look look;
	private final Desk desk;
	private final Words words;
	private final Labels labels;

	SiteSheet(Look look, Desk desk) {
		this.look = look;
		this.desk = desk;
		words = Words.of(SiteSheet.class, look.locale());
		labels = new Labels(look.locale());
	}

	void add(Shell window) {
		open(window, words.say("site.new"), Optional.empty());
	}

	void edit(Shell window, Site site) {
		open(window, site.name(), Optional.of(site));
	}

	private void open(Shell window, String title, Optional<Site> old) {
		Sheet sheet = new Sheet(window, look, "site", title);
		sheet.body().setLayout(new FillLayout());
		Form form = new Form(sheet.body(), look, "site");
		Map<Field, Form.Field> fields = new EnumMap<>(Field.class);
		fields.put(Field.REGION_CODE, form.text("code", words.say("column.code"),
				old.map(s -> s.code().text()).orElse(""), _ -> Optional.empty()));
		fields.put(Field.SITE_NAME,
				form.text("name", words.say("field.site.name"), old.map(Site::name).orElse(""), _ -> Optional.empty()));
		fields.put(Field.SITE_KIND, form.choice("kind", words.say("column.kind"),
				Arrays.stream(SiteKind.values()).map(labels::of).toList(),
				old.map(Site::kind).orElse(SiteKind.KECAMATAN).ordinal()));
		fields.put(Field.LINK, form.choice("line", words.say("column.line"),
				Arrays.stream(LinkKind.values()).map(labels::of).toList(),
				old.map(Site::link).orElse(LinkKind.UNSPECIFIED).ordinal()));
		sheet.open(words.say("save"), () -> {
			LinkKind link = LinkKind.values()[fields.get(Field.LINK).choice()];
			Entry entry = new Entry(Map.of(Field.REGION_CODE, fields.get(Field.REGION_CODE).text(), Field.SITE_NAME,
					fields.get(Field.SITE_NAME).text(), Field.SITE_KIND,
					SiteKind.values()[fields.get(Field.SITE_KIND).choice()].name(), Field.LINK,
					link == LinkKind.UNSPECIFIED ? "" : link.name()));
			Change change = old.<Change>map(s -> new Change.ChangeSite(s.code(), entry))
					.orElse(new Change.AddSite(entry));
			String said = words.say("saved", fields.get(Field.SITE_NAME).text());
			return new Wrongs(look).areNone(desk.check(change), fields, sheet) && save(change, said);
		});
	}

	private boolean save(Change change, String said) {
		desk.change(change, said);
		return true;
	}
}
