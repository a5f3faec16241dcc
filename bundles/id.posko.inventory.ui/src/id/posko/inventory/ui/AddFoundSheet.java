package id.posko.inventory.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.Entry;
import id.posko.inventory.Proposals;
import id.posko.kit.DeviceKind;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.OfficeNetworks;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** Asks to which office devices that were found belong; then one is shown in its form, several in a dry run. */
final class AddFoundSheet {

	private final Look look;
	private final Desk desk;
	private final Words words;

	AddFoundSheet(Look look, Desk desk) {
		this.look = look;
		this.desk = desk;
		words = Words.of(AddFoundSheet.class, look.locale());
	}

	void open(Shell window, List<Discovered> found, OfficeNetworks networks) {
		List<Site> sites = List.copyOf(desk.fleet().sites());
		if (sites.isEmpty()) {
			new SiteSheet(look, desk).add(window);
			return;
		}
		Labels labels = new Labels(look.locale());
		Sheet sheet = new Sheet(window, look, "found", words.say("found.title", found.size()));
		sheet.body().setLayout(new FillLayout());
		Form form = new Form(sheet.body(), look, "found");
		Form.Field office = form.choice("site", words.say("column.site"),
				sites.stream().map(s -> s.name() + " (" + s.code() + ")").toList(),
				networks.office(found.getFirst().host()).map(sites::indexOf).orElse(0));
		boolean isClear = found.stream().allMatch(device -> device.guess().isPresent());
		Optional<Form.Field> kind = isClear ? Optional.empty() : Optional.of(form.choice("kind", words.say("found.kind"),
				Stream.concat(Stream.of("–"), Arrays.stream(DeviceKind.values()).map(labels::of)).toList(), 0));
		sheet.open(words.say("found.next"), () -> {
			int chosen = kind.map(Form.Field::choice).orElse(0);
			if (!isClear && chosen == 0) {
				kind.orElseThrow().say(Optional.of(words.say("found.choose")));
				return false;
			}
			Site site = sites.get(office.choice());
			List<Entry> entries = new Proposals(look.locale()).entries(desk.fleet(), site, found,
					chosen == 0 ? Optional.empty() : Optional.of(DeviceKind.values()[chosen - 1]));
			look.later(window, () -> propose(window, site, entries));
			return true;
		});
	}

	private void propose(Shell window, Site site, List<Entry> entries) {
		if (entries.size() == 1) {
			new DeviceSheet(look, desk).add(window, site.code(), entries.getFirst());
		} else {
			desk.lists().ifPresent(lists -> new ImportSheet(look, desk).open(window, site, lists.plan(entries)));
		}
	}
}
