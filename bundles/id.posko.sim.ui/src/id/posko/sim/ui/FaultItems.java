package id.posko.sim.ui;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MDynamicMenuContribution;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.sim.Fault;
import id.posko.sim.Faults;
import id.posko.ui.Look;

/** The faults of one office as items that are on or off. */
public final class FaultItems {

	static final String SITE = "site";

	@AboutToShow
	void fill(List<MMenuElement> items, MDynamicMenuContribution menu, EModelService model, Faults faults, Look look) {
		RegionCode site = new RegionCode(menu.getPersistedState().get(SITE));
		Words words = Words.of(FaultItems.class, look.locale());
		faults.all().stream().filter(fault -> fault.site().code().equals(site)).forEach(fault -> {
			MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
			item.setType(ItemType.CHECK);
			item.setLabel(words.say("fault." + fault.kind().name()));
			item.setSelected(faults.isOn(fault));
			item.setObject(new Turn(fault));
			item.setContributorURI("platform:/plugin/id.posko.sim.ui");
			items.add(item);
		});
	}

	record Turn(Fault fault) {
		@Execute
		void execute(Faults faults) {
			faults.turn(fault, !faults.isOn(fault));
		}
	}
}
