package id.posko.inventory.ui;

import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.Words;
import id.posko.ui.Card;
import id.posko.ui.Face;
import id.posko.ui.FileDrop;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The start page's card of this slice: how to begin while the list is empty, and how much is in it later. */
public final class ListCard {

	@Inject
	private Look look;
	@Inject
	private Desk desk;
	@Inject
	private Steps steps;
	@Inject
	private EPartService parts;
	@Inject
	private ECommandService commands;
	@Inject
	private EHandlerService handlers;

	private Words words;
	private Composite body;
	private boolean wasOpen;
	private int shownSites = -1;
	private int shownDevices = -1;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(ListCard.class, look.locale());
		body = new Card(parent, look, "start.list", words.say("list")).body();
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 10;
		body.setLayout(layout);
		FileDrop.onto(parent, steps::plan);
		Subscription reading = desk.read(fleet -> look.later(body, () -> show(fleet)));
		body.addListener(SWT.Dispose, _ -> reading.close());
	}

	private void show(Fleet fleet) {
		int sites = fleet.sites().size();
		int devices = fleet.devices().size();
		if (sites == shownSites && devices == shownDevices && desk.isOpen() == wasOpen) {
			return;
		}
		wasOpen = desk.isOpen();
		shownSites = sites;
		shownDevices = devices;
		for (Control child : body.getChildren()) {
			child.dispose();
		}
		if (!wasOpen) {
			label(words.say("card.waiting"), Face.PLAIN, Tone.MUTED);
		} else if (sites == 0) {
			label(words.say("card.empty"), Face.PLAIN, Tone.MUTED);
			button(PushButton.Weight.MAIN, Glyph.IMPORT, "import.first", steps::importList);
			button(PushButton.Weight.NORMAL, Glyph.OFFICE, "sites.first",
					() -> new SiteSheet(look, desk).add(body.getShell()));
			button(PushButton.Weight.NORMAL, Glyph.PULSE, "card.sample",
					() -> handlers.executeHandler(commands.createCommand("id.posko.app.sample")));
		} else {
			label(words.say("card.devices", devices), Face.TITLE, Tone.TEXT);
			label(words.say("card.sites", sites), Face.PLAIN, Tone.MUTED);
			button(PushButton.Weight.NORMAL, Glyph.LIST, "card.open",
					() -> parts.switchPerspective("id.posko.inventory.ui.list"));
			button(PushButton.Weight.NORMAL, Glyph.IMPORT, "card.import", steps::importList);
			button(PushButton.Weight.NORMAL, Glyph.EXPORT, "card.export", steps::exportList);
		}
		body.layout(true, true);
	}

	private void label(String text, Face face, Tone tone) {
		Label label = new Label(body, SWT.WRAP);
		label.setText(text);
		label.setFont(look.font(face));
		label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(label, tone, Tone.SURFACE);
	}

	private void button(PushButton.Weight weight, Glyph glyph, String key, Runnable act) {
		PushButton button = new PushButton(body, look, weight, glyph, words.say(key), act);
		Look.named(button, "start." + key);
		button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
	}
}
