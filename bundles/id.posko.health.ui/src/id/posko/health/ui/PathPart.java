package id.posko.health.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.CutPath;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** "Di mana putus?": the path of the selected device to the data centre, as a line of devices and one sentence. */
public final class PathPart {

	@Inject
	private Look look;
	@Inject
	private Watching watching;

	private Words words;
	private Label sentence;
	private PathCanvas canvas;
	private Optional<DeviceKey> device = Optional.empty();
	private Redraw redraw;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(PathPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(1, false);
		layout.marginWidth = 18;
		layout.marginHeight = 12;
		layout.verticalSpacing = 10;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.WRAP), "path.sentence");
		sentence.setFont(look.font(Face.HEADING));
		sentence.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(sentence, Tone.TEXT, Tone.SURFACE);
		canvas = Look.named(new PathCanvas(whole, look), "path.canvas");
		canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		redraw = new Redraw(canvas, watching, this::show);
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(DeviceKey key) {
		device = Optional.ofNullable(key);
		if (redraw != null) {
			redraw.anew();
		}
	}

	private void show() {
		Optional<CutPath> path = watching.source().flatMap(source -> device.flatMap(source.inventory().fleet()::device)
				.map((Device d) -> source.monitoring().path(d)));
		String text = path.map(p -> p.sentence(look.locale(), InstantSource.system().instant()))
				.orElse(words.say("path.choose"));
		if (!text.equals(sentence.getText())) {
			sentence.setText(text);
			sentence.getParent().layout();
		}
		canvas.show(path);
	}

	@Focus
	void focus() {
		canvas.setFocus();
	}
}
