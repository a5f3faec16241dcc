package id.posko.health.ui;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.BatteryAgeing;
import id.posko.health.DeviceHealth;
import id.posko.health.Picture;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** What the checks of the selected device read last: quantities, states, a camera's picture. */
public final class ReadingsPart {

	private static final int PICTURE_WIDTH = 360;

	private final InstantSource clock = InstantSource.system();

	@Inject
	private Look look;
	@Inject
	private Watching watching;

	private Words words;
	private Composite whole;
	private Composite page;
	private Label hint;
	private ReadingsTable table;
	private PictureCanvas picture;
	private Redraw redraw;
	private volatile Optional<DeviceKey> device = Optional.empty();
	private Optional<BatteryAgeing> ageing = Optional.empty();

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(ReadingsPart.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		whole.setLayout(new StackLayout());
		Composite middle = new Composite(whole, SWT.NONE);
		middle.setLayout(new GridLayout());
		look.paint(middle, Tone.MUTED, Tone.SURFACE);
		hint = Look.named(new Label(middle, SWT.CENTER), "readings.hint");
		hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
		look.paint(hint, Tone.MUTED, Tone.SURFACE);
		page = new Composite(whole, SWT.NONE);
		look.paint(page, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 12;
		layout.marginHeight = 8;
		layout.horizontalSpacing = 16;
		page.setLayout(layout);
		table = new ReadingsTable(page, look);
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		picture = Look.named(new PictureCanvas(page, look, words), "readings.picture");
		GridData pictureData = new GridData(SWT.FILL, SWT.FILL, false, true);
		pictureData.widthHint = PICTURE_WIDTH;
		picture.setLayoutData(pictureData);
		redraw = new Redraw(whole, watching, this::concerns, this::show);
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(DeviceKey key) {
		device = Optional.ofNullable(key);
		ageing = Optional.empty();
		if (redraw != null) {
			readAgeing();
			redraw.anew();
		}
	}

	private boolean concerns(DeviceHealth health) {
		return device.filter(health.device().key()::equals).isPresent();
	}

	/** Reads on a thread of its own; what comes too late for another device is dropped. */
	private void readAgeing() {
		Optional<DeviceKey> of = device;
		Optional<Device> ups = of.flatMap(watching.fleet()::device);
		if (ups.isEmpty() || watching.source().isEmpty()) {
			return;
		}
		Watching.Source source = watching.source().get();
		Thread.ofVirtual().name("battery of " + of.get()).start(() -> {
			try {
				Optional<BatteryAgeing> read = source.monitoring().ageing(ups.get());
				look.later(whole, () -> {
					if (of.equals(device)) {
						ageing = read;
						redraw.anew();
					}
				});
			} catch (IOException _) {
				// the summary says that the history can not be read
			}
		});
	}

	private void show() {
		Optional<DeviceHealth> health = device.flatMap(watching::health);
		List<ReadingLine> lines = new ArrayList<>();
		health.ifPresent(is -> lines.addAll(ReadingLine.of(is, words, clock.instant())));
		ageing.ifPresent(is -> lines.addAll(ReadingLine.of(is, words)));
		Optional<Picture> shot = health.flatMap(ReadingLine::picture);
		table.show(lines);
		shot.ifPresent(picture::show);
		hint.setText(health.map(is -> words.say("readings.none", is.device().name())).orElse(words.say("summary.choose"))
				.replace("&", "&&"));
		boolean isPictured = shot.isPresent();
		if (((GridData) picture.getLayoutData()).exclude == isPictured) {
			((GridData) picture.getLayoutData()).exclude = !isPictured;
			picture.setVisible(isPictured);
			page.layout();
		}
		((StackLayout) whole.getLayout()).topControl = lines.isEmpty() && !isPictured ? hint.getParent() : page;
		whole.layout();
	}

	@Focus
	void focus() {
		table.control().setFocus();
	}
}
