package id.posko.health.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.CheckHealth;
import id.posko.health.DeviceHealth;
import id.posko.health.LastAnswers;
import id.posko.health.Spoken;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** A device's name, state and facts, and its last answers as a strip. */
final class Facts {

	private static final int MARK = 16;
	private static final int BAR = 4;

	private final Composite whole;
	private final Look look;
	private final Words words;
	private final States states;
	private final Labels labels;
	private final Spoken spoken;
	private final Label name;
	private final Canvas mark;
	private final Label state;
	private final Label cause;
	private final List<Label> values = new ArrayList<>();
	private final Canvas strip;
	private Optional<DeviceHealth> shown = Optional.empty();

	Facts(Composite parent, Look look, Words words) {
		this.look = look;
		this.words = words;
		states = new States(look.locale());
		labels = new Labels(look.locale());
		spoken = new Spoken(look.locale());
		whole = Look.named(new Composite(parent, SWT.NONE), "summary.facts");
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 3;
		layout.horizontalSpacing = 12;
		whole.setLayout(layout);
		name = wide(Tone.TEXT);
		name.setFont(look.font(Face.HEADING));
		Look.named(name, "summary.name");
		Composite line = new Composite(whole, SWT.NONE);
		look.paint(line, Tone.TEXT, Tone.SURFACE);
		line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		GridLayout lineLayout = new GridLayout(2, false);
		lineLayout.marginWidth = lineLayout.marginHeight = 0;
		line.setLayout(lineLayout);
		mark = new Canvas(line, SWT.DOUBLE_BUFFERED);
		look.paint(mark, Tone.TEXT, Tone.SURFACE);
		Look.spoken(mark, () -> shown.map(health -> states.name(health.state())).orElse(""));
		mark.addListener(SWT.Paint, event -> shown.ifPresent(
				health -> new Ink(event.gc, look).mark(States.mark(health.state()), 0, 2, MARK)));
		GridData markData = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
		markData.widthHint = MARK + 2;
		markData.heightHint = MARK + 4;
		mark.setLayoutData(markData);
		state = Look.named(new Label(line, SWT.NONE), "summary.state");
		state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		state.setFont(look.font(Face.BOLD));
		look.paint(state, Tone.TEXT, Tone.SURFACE);
		cause = wide(Tone.MUTED);
		Look.named(cause, "summary.cause");
		for (String key : List.of("fact.site", "fact.kind", "fact.address", "fact.parent", "fact.serial")) {
			Label label = new Label(whole, SWT.NONE);
			label.setText(words.say(key));
			look.paint(label, Tone.MUTED, Tone.SURFACE);
			label.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
			Label value = new Label(whole, SWT.WRAP);
			GridData valueData = new GridData(SWT.FILL, SWT.TOP, true, false);
			valueData.widthHint = 200;
			value.setLayoutData(valueData);
			look.paint(value, Tone.TEXT, Tone.SURFACE);
			values.add(value);
		}
		strip = Look.named(new Canvas(whole, SWT.DOUBLE_BUFFERED), "summary.strip");
		strip.setToolTipText(words.say("strip"));
		Look.spoken(strip, () -> words.say("strip"));
		GridData stripData = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
		stripData.heightHint = 22;
		stripData.verticalIndent = 4;
		strip.setLayoutData(stripData);
		look.paint(strip, Tone.TEXT, Tone.SURFACE);
		strip.addListener(SWT.Paint, event -> shown.ifPresent(health -> paintStrip(new Ink(event.gc, look), health)));
	}

	private Label wide(Tone tone) {
		Label label = new Label(whole, SWT.WRAP);
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
		data.widthHint = 300;
		label.setLayoutData(data);
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	Composite control() {
		return whole;
	}

	/** @param remarks sentences beside the cause */
	void show(Fleet fleet, Device device, DeviceHealth health, List<String> remarks, Instant now) {
		shown = Optional.of(health);
		set(name, device.name());
		set(state, words.say("state.since", states.name(health.state()), spoken.time(health.verdict().since(), now)));
		set(cause, Stream.concat(Stream.of(health.verdict().cause().sentence(look.locale())), remarks.stream())
				.collect(Collectors.joining("\n")));
		String kit = device.kit() == 0 ? "" : " · " + words.say("fact.kit", device.kit());
		String serial = Stream.of(device.serial(), device.assetTag()).filter(s -> !s.isEmpty())
				.collect(Collectors.joining(" · "));
		List<String> texts = List.of(fleet.siteOf(device).name() + " · " + labels.of(fleet.siteOf(device).link()),
				labels.of(device.kind()) + kit, device.address().map(Object::toString).orElse("–"),
				behind(fleet, device), serial.isEmpty() ? "–" : serial);
		for (int i = 0; i < texts.size(); i++) {
			set(values.get(i), texts.get(i));
		}
		mark.redraw();
		strip.redraw();
		whole.layout(true, true);
	}

	private static String behind(Fleet fleet, Device device) {
		return fleet.parent(device.key()).map(
				parent -> parent.site().equals(device.site()) ? parent.name() : Spoken.device(parent, fleet.siteOf(parent)))
				.orElse("–");
	}

	private static void set(Label label, String text) {
		String shown = text.replace("&", "&&");
		if (!shown.equals(label.getText())) {
			label.setText(shown);
		}
	}

	/** The newest at the right: a short bar answered, a tall one was lost. */
	private void paintStrip(Ink ink, DeviceHealth health) {
		LastAnswers answers = health.checks().stream().findFirst().map(CheckHealth::course).map(course -> course.answers())
				.orElse(LastAnswers.NONE);
		Rectangle area = strip.getClientArea();
		int fits = Math.min(answers.known(), area.width / (BAR + 1));
		for (int ago = 0; ago < fits; ago++) {
			boolean isLost = answers.wasLost(ago);
			int height = isLost ? area.height - 2 : area.height / 2;
			Rectangle bar = new Rectangle((fits - 1 - ago) * (BAR + 1), area.height - height, BAR, height);
			ink.fill(bar, look.color(isLost ? Mark.BAD.tone() : Mark.GOOD.tone()));
		}
	}
}
