package id.posko.health.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.KitReadiness;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** "Kit siap rekam?": the kit of the selected device or office, as a light, a sentence and a picture of the desk. */
public final class KitPart {

	private static final int MARK = 24;
	private static final int MOST_KITS = 2;

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private MApplication application;

	private final List<PushButton> choices = new ArrayList<>();
	private Words words;
	private Composite whole;
	private Canvas light;
	private Label office;
	private Label sentence;
	private KitCanvas desk;
	private Optional<RegionCode> site = Optional.empty();
	private int number = 1;
	private Optional<KitReadiness> shown = Optional.empty();
	private Redraw redraw;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(KitPart.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2 + MOST_KITS, false);
		layout.marginWidth = 18;
		layout.marginHeight = 6;
		layout.horizontalSpacing = 10;
		layout.verticalSpacing = 1;
		whole.setLayout(layout);
		light = Look.named(new Canvas(whole, SWT.DOUBLE_BUFFERED), "kit.light");
		GridData lightData = new GridData(SWT.CENTER, SWT.CENTER, false, false, 1, 2);
		lightData.widthHint = lightData.heightHint = MARK + 4;
		light.setLayoutData(lightData);
		look.paint(light, Tone.TEXT, Tone.SURFACE);
		Look.spoken(light, () -> shown.map(kit -> kit.light().name(look.locale())).orElse(""));
		light.addListener(SWT.Paint, event -> shown
				.ifPresent(kit -> new Ink(event.gc, look).mark(Lights.mark(kit.light()), 2, 2, MARK)));
		office = line("kit.office", Tone.MUTED);
		for (int kit = 1; kit <= MOST_KITS; kit++) {
			choices.add(choice(kit));
		}
		sentence = line("kit.sentence", Tone.TEXT);
		sentence.setFont(look.font(Face.HEADING));
		((GridData) sentence.getLayoutData()).horizontalSpan = 1 + MOST_KITS;
		desk = Look.named(new KitCanvas(whole, look, words, key -> new DevicePage(application).open(key)), "kit.desk");
		desk.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2 + MOST_KITS, 1));
		redraw = new Redraw(whole, watching, this::show);
	}

	private Label line(String name, Tone tone) {
		Label label = Look.named(new Label(whole, SWT.NONE), name);
		label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	private PushButton choice(int kit) {
		PushButton button = Look.named(new PushButton(whole, look, PushButton.Weight.TOOL, null,
				words.say("kit.number", kit), () -> choose(kit)), "kit." + kit);
		button.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
		return button;
	}

	private void choose(int kit) {
		number = kit;
		show();
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(DeviceKey key) {
		if (key != null) {
			site = Optional.of(key.site());
			watching.fleet().device(key).map(Device::kit).filter(kit -> kit > 0).ifPresent(kit -> number = kit);
			changedPlace();
		}
	}

	/** A device chosen inside that place stays chosen. */
	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(RegionCode code) {
		if (code != null && site.filter(code::contains).isEmpty()) {
			site = Optional.of(code);
			changedPlace();
		}
	}

	private void changedPlace() {
		if (redraw != null) {
			redraw.anew();
		}
	}

	private void show() {
		Fleet fleet = watching.fleet();
		List<KitReadiness> kits = site.flatMap(fleet::site).map(is -> KitReadiness.of(fleet, is, watching::health))
				.orElse(List.of());
		shown = kits.stream().filter(kit -> kit.kit() == number).findFirst().or(() -> kits.stream().findFirst());
		set(office, shown.map(kit -> kit.kit() == 0 ? kit.site().name()
				: words.say("kit.title", kit.site().name(), kit.kit())).orElse(""));
		set(sentence, shown.map(kit -> kit.sentence(look.locale()))
				.orElse(words.say(site.isPresent() ? "kit.none" : "kit.choose")));
		sentence.setToolTipText(sentence.getText());
		for (int i = 0; i < MOST_KITS; i++) {
			choices.get(i).setVisible(kits.size() > 1);
			int kit = i + 1;
			choices.get(i).setOn(shown.filter(is -> is.kit() == kit).isPresent());
		}
		desk.show(shown);
		light.redraw();
	}

	private static void set(Label label, String text) {
		String mnemonicFree = text.replace("&", "&&");
		if (!mnemonicFree.equals(label.getText())) {
			label.setText(mnemonicFree);
		}
	}

	@Focus
	void focus() {
		desk.setFocus();
	}
}
