package id.posko.app;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuSeparator;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.service.prefs.BackingStoreException;

import id.posko.kit.Words;
import id.posko.ui.Look;

/** Choices of colours and of language. */
public final class AppearanceMenu {

	@AboutToShow
	void fill(List<MMenuElement> items, EModelService model, Appearance appearance, Words words, Look look) {
		for (Appearance.Theme theme : Appearance.Theme.values()) {
			items.add(item(model, words.say(theme.key()), theme == appearance.theme(), new UseTheme(theme)));
		}
		items.add(model.createModelElement(MMenuSeparator.class));
		for (String language : List.of("id", "en")) {
			items.add(item(model, words.say("language." + language), look.locale().getLanguage().equals(language),
					new Speak(language)));
		}
	}

	private static MDirectMenuItem item(EModelService model, String label, boolean isChosen, Object act) {
		MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
		item.setType(ItemType.RADIO);
		item.setLabel(label);
		item.setSelected(isChosen);
		item.setObject(act);
		item.setContributorURI("platform:/plugin/id.posko.app");
		return item;
	}

	record UseTheme(Appearance.Theme theme) {
		@Execute
		void execute(Appearance appearance) throws BackingStoreException {
			appearance.use(theme);
		}
	}

	record Speak(String language) {
		@Execute
		void execute(Appearance appearance) {
			appearance.speak(language);
		}
	}
}
