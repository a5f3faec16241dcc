package id.posko.sim.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MDynamicMenuContribution;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

import id.posko.kit.RegionCode;
import id.posko.sim.Fault;
import id.posko.sim.Faults;
import id.posko.ui.Look;

/** The faults of one office as items that are on or off, by what they are about. */
public final class FaultItems {

	static final String SITE = "site";

	@AboutToShow
	void fill(List<MMenuElement> items, MDynamicMenuContribution menu, EModelService model, Faults faults, Look look) {
		RegionCode site = new RegionCode(menu.getPersistedState().get(SITE));
		Map<Fault.Group, MMenu> groups = new EnumMap<>(Fault.Group.class);
		faults.all().stream().filter(fault -> fault.site().code().equals(site)).forEach(fault -> {
			MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
			item.setType(ItemType.CHECK);
			item.setLabel(fault.label(look.locale()));
			item.setSelected(faults.isOn(fault));
			item.setObject(new Turn(fault));
			item.setContributorURI(SimulationMenu.ROOM);
			groups.computeIfAbsent(fault.kind().group(), group -> SimulationMenu.menu(model, group.name(look.locale())))
					.getChildren().add(item);
		});
		items.addAll(groups.values());
	}

	record Turn(Fault fault) {
		@Execute
		void execute(Faults faults) {
			faults.turn(fault, !faults.isOn(fault));
		}
	}
}
