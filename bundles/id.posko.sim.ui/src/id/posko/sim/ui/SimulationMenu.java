package id.posko.sim.ui;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MDynamicMenuContribution;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuSeparator;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

import id.posko.kit.Words;
import id.posko.sim.Faults;
import id.posko.sim.Kabupaten;
import id.posko.ui.Look;
import jakarta.annotation.PostConstruct;

/** Adds the menu of faults to a console that runs on the sample kabupaten; to no other. */
public final class SimulationMenu {

	private static final String ID = "id.posko.sim.ui.menu";
	static final String ROOM = "platform:/plugin/id.posko.sim.ui";

	@PostConstruct
	void add(MApplication application, EModelService model, Look look) {
		MWindow window = application.getChildren().getFirst();
		window.getMainMenu().getChildren().removeIf(menu -> ID.equals(menu.getElementId()));
		if (!Boolean.getBoolean("posko.demo")) {
			return;
		}
		Words words = Words.of(SimulationMenu.class, look.locale());
		MMenu all = menu(model, words.say("menu"));
		all.setElementId(ID);
		Kabupaten.fleet().sites().forEach(site -> {
			MMenu ofSite = menu(model, site.name());
			MDynamicMenuContribution items = model.createModelElement(MDynamicMenuContribution.class);
			items.setContributorURI(ROOM);
			items.setContributionURI("bundleclass://id.posko.sim.ui/" + FaultItems.class.getName());
			items.getPersistedState().put(FaultItems.SITE, site.code().text());
			ofSite.getChildren().add(items);
			all.getChildren().add(ofSite);
		});
		all.getChildren().add(model.createModelElement(MMenuSeparator.class));
		MDirectMenuItem clear = model.createModelElement(MDirectMenuItem.class);
		clear.setLabel(words.say("clear"));
		clear.setObject(new Clear());
		clear.setContributorURI(ROOM);
		all.getChildren().add(clear);
		window.getMainMenu().getChildren().add(all);
	}

	/** The sample kabupaten without a fault. */
	static final class Clear {
		@Execute
		void execute(Faults faults) {
			faults.all().stream().filter(faults::isOn).forEach(fault -> faults.turn(fault, false));
		}
	}

	static MMenu menu(EModelService model, String label) {
		MMenu menu = model.createModelElement(MMenu.class);
		menu.setContributorURI(ROOM);
		menu.setLabel(label);
		return menu;
	}
}
