package id.posko.inventory.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.DeviceLabels;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.staff.Permission;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** Asks for which devices or kits labels are made, and writes them to a file. */
public final class PrintLabels {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.may(Permission.EXPORT) && !desk.fleet().devices().isEmpty();
	}

	@Execute
	void execute(Shell window, Look look, Desk desk, Steps steps, @Optional DeviceLabels labels,
			@Optional ChosenSite chosen) {
		if (labels == null) {
			return;
		}
		Words words = Words.of(PrintLabels.class, look.locale());
		Fleet fleet = desk.fleet();
		List<Site> sites = List.copyOf(fleet.sites());
		List<String> names = new ArrayList<>(List.of(words.say("labels.everywhere")));
		sites.forEach(site -> names.add(site.name()));
		int first = chosen == null ? 0 : fleet.site(chosen.code()).map(site -> sites.indexOf(site) + 1).orElse(0);
		Sheet sheet = new Sheet(window, look, "labels", words.say("labels.title"));
		sheet.body().setLayout(new FillLayout());
		Form form = new Form(sheet.body(), look, "labels");
		Form.Field where = form.choice("site", words.say("column.site"), names, first);
		Form.Field what = form.choice("what", words.say("labels.what"),
				List.of(words.say("labels.devices"), words.say("labels.kits")), 0);
		sheet.open(words.say("labels.do"), () -> {
			List<Site> at = where.choice() == 0 ? sites : List.of(sites.get(where.choice() - 1));
			List<Device> devices = at.stream().flatMap(site -> fleet.devicesAt(site.code()).stream()).toList();
			boolean isOfKits = what.choice() == 1;
			steps.write(words.say("labels.file") + ".docx", (by, file) -> isOfKits
					? labels.kits(by, file, fleet, at, look.locale()) : labels.devices(by, file, fleet, devices, look.locale()),
					"labels.written", "*.docx");
			return true;
		});
	}
}
