package id.posko.health.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.Spoken;
import id.posko.health.online.OnlineStep;
import id.posko.health.online.StepResult;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/** One check of the SOP: what it is, from where to where, what came of it, and its time against its standard. */
final class StepLine {

	private static final int MARK = 20;
	private static final int NAME_WIDTH = 254;
	private static final int BAR_WIDTH = 150;
	private static final int BAR_HEIGHT = 8;
	private static final int TEXT_HEIGHT = 18;

	private final OnlineStep step;
	private final Look look;
	private final Words words;
	private final Spoken spoken;
	private final Canvas light;
	private final Label way;
	private final Label said;
	private final Label remark;
	private final Canvas bar;
	private Optional<StepResult> result = Optional.empty();
	private Optional<Duration> running = Optional.empty();

	StepLine(Composite parent, Look look, Words words, OnlineStep step) {
		this.step = step;
		this.look = look;
		this.words = words;
		Locale locale = look.locale();
		spoken = new Spoken(locale);
		String name = "sop.step" + step.number();
		light = Look.named(new Canvas(parent, SWT.DOUBLE_BUFFERED), name + ".light");
		GridData lightData = new GridData(SWT.CENTER, SWT.TOP, false, false);
		lightData.widthHint = lightData.heightHint = MARK + 4;
		lightData.verticalIndent = 6;
		light.setLayoutData(lightData);
		look.paint(light, Tone.TEXT, Tone.SURFACE);
		light.addListener(SWT.Paint, event -> new Ink(event.gc, look).mark(mark(), 2, 2, MARK));
		Composite left = column(parent);
		GridData leftData = new GridData(SWT.FILL, SWT.TOP, false, false);
		leftData.widthHint = NAME_WIDTH;
		left.setLayoutData(leftData);
		Label title = line(left, name + ".name", Tone.TEXT, SWT.WRAP);
		title.setText(words.say("sop.step", step.number(), capital(step.name(locale))));
		title.setToolTipText(title.getText());
		title.setFont(look.font(Face.BOLD));
		way = line(left, name + ".way", Tone.MUTED, SWT.NONE);
		Composite middle = column(parent);
		middle.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		said = line(middle, name + ".said", Tone.TEXT, SWT.WRAP);
		remark = line(middle, name + ".remark", Tone.WARN, SWT.WRAP);
		bar = Look.named(new Canvas(parent, SWT.DOUBLE_BUFFERED), name + ".bar");
		GridData barData = new GridData(SWT.FILL, SWT.TOP, false, false);
		barData.widthHint = BAR_WIDTH;
		barData.heightHint = TEXT_HEIGHT + BAR_HEIGHT + 4;
		barData.verticalIndent = 5;
		bar.setLayoutData(barData);
		look.paint(bar, Tone.TEXT, Tone.SURFACE);
		bar.addListener(SWT.Paint, event -> paintBar(event.gc));
	}

	private Composite column(Composite parent) {
		Composite column = new Composite(parent, SWT.NONE);
		look.paint(column, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 5;
		layout.verticalSpacing = 1;
		column.setLayout(layout);
		return column;
	}

	private Label line(Composite parent, String name, Tone tone, int style) {
		Label label = Look.named(new Label(parent, style), name);
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		if (style == SWT.WRAP) {
			data.widthHint = 100;
		}
		label.setLayoutData(data);
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	private String capital(String text) {
		return text.substring(0, 1).toUpperCase(look.locale()) + text.substring(1);
	}

	private Mark mark() {
		return result.map(found -> States.mark(found.state())).orElse(Mark.NONE);
	}

	/** @param since when the run began that has not come to this step's result yet */
	void show(Optional<StepResult> found, Optional<Instant> since, Instant now) {
		result = found;
		running = found.isPresent() ? Optional.empty() : since.map(began -> Duration.between(began, now));
		set(way, found.map(is -> is.to().isEmpty() ? is.fromName(look.locale()) : is.way(look.locale())).orElse(""));
		way.setToolTipText(way.getText());
		set(said, found.map(this::sentence).orElse(words.say(since.isPresent() ? "sop.asking" : "sop.not_run")));
		set(remark, found.map(this::remarks).orElse(""));
		((GridData) remark.getLayoutData()).exclude = remark.getText().isEmpty();
		remark.setVisible(!remark.getText().isEmpty());
		light.redraw();
		bar.redraw();
	}

	private String sentence(StepResult found) {
		String evidence = Stream.of(found.evidence().responder().map(by -> words.say("sop.by", by)), Optional.of(found.evidence().method())
				.filter(method -> !List.of("none", "kept").contains(method)).map(method -> words.say("sop.method", method)))
				.flatMap(Optional::stream).collect(Collectors.joining(", "));
		String main = capital(found.said(look.locale()));
		return evidence.isEmpty() ? main : main + " " + words.say("sop.evidence", evidence);
	}

	private String remarks(StepResult found) {
		return found.remarks().stream().map(each -> each.sentence(look.locale())).collect(Collectors.joining(" "));
	}

	private void set(Label label, String text) {
		String mnemonicFree = text.replace("&", "&&");
		if (!mnemonicFree.equals(label.getText())) {
			label.setText(mnemonicFree);
		}
	}

	private void paintBar(GC gc) {
		Optional<Duration> taken = result.map(StepResult::took).or(() -> running);
		if (taken.isEmpty()) {
			return;
		}
		Ink ink = new Ink(gc, look);
		Rectangle area = bar.getClientArea();
		boolean isLate = taken.get().compareTo(OnlineStep.STANDARD) > 0;
		String text = words.say("sop.time", spoken.duration(taken.get()), spoken.duration(OnlineStep.STANDARD));
		ink.text(text, new Rectangle(0, 0, area.width, TEXT_HEIGHT), look.font(Face.SMALL), look.color(Tone.MUTED), SWT.RIGHT);
		Rectangle track = new Rectangle(0, TEXT_HEIGHT, area.width, BAR_HEIGHT);
		ink.fillRound(track, BAR_HEIGHT / 2, look.color(Tone.RAISED));
		double share = Math.min(1, (double) taken.get().toMillis() / OnlineStep.STANDARD.toMillis());
		ink.fillRound(new Rectangle(0, TEXT_HEIGHT, Math.max(BAR_HEIGHT, (int) (share * area.width)), BAR_HEIGHT),
				BAR_HEIGHT / 2, look.color(isLate ? Tone.BAD : Tone.ACCENT));
	}

	/** Whether it is being asked: then its bar grows. */
	boolean isRunning() {
		return running.isPresent();
	}
}
