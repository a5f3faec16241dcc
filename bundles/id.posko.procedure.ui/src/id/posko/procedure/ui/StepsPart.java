package id.posko.procedure.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import id.posko.ui.UiThread;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The steps of the chosen run or procedure from top to bottom, each with its clock beside its standard time. */
public final class StepsPart {

	private static final int MILLIS = 3000;
	private static final double SECONDS_PER_MINUTE = 60;

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private MPart part;

	private Words words;
	private Label title;
	private LiveTable<Integer, StepLine> table;
	private volatile Desk desk;
	private volatile Chosen chosen;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(StepsPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		title = Look.named(new Label(whole, SWT.WRAP), "steps.title");
		GridData titleData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		titleData.horizontalIndent = 16;
		title.setLayoutData(titleData);
		look.paint(title, Tone.TEXT, Tone.SURFACE);
		part.getPersistedState().putIfAbsent("sort", "number");
		table = new LiveTable<>(whole, look, "steps", StepLine::place, List.of(
				Column.<StepLine>text("number", words.say("column.number.step"), 60, line -> line.step().number() + "")
						.orderedBy(Comparator.comparingInt(StepLine::place)),
				Column.<StepLine>text("activity", words.say("column.activity"), 280, line -> line.step().activity()),
				Column.mark("state", words.say("column.state"), 120, StepLine::mark,
						line -> words.say(line.isLate() ? "turn.LATE" : "turn." + line.state()),
						Comparator.comparingInt(StepLine::place)),
				Column.<StepLine>text("who", words.say("column.who"), 120, StepLine::who),
				Column.<StepLine>text("standard", words.say("column.standard"), 110, StepLine::standard),
				Column.<StepLine>number("used", words.say("column.used"), 100, StepsPart::minutes,
						line -> minutes(line).isPresent() ? "%.1f".formatted(minutes(line).getAsDouble()) : ""),
				Column.<StepLine>text("output", words.say("column.output"), 180, line -> line.step().output()).inQuietTone(),
				Column.<StepLine>text("text", words.say("column.text"), 180, line -> line.turn().map(Turn::text).orElse(""))
						.inQuietTone()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.setEmptyState(EmptyState.of(Glyph.SIGN, words.say("steps.empty")));
		every();
	}

	private static OptionalDouble minutes(StepLine line) {
		return line.used().map(Duration::toSeconds).map(seconds -> OptionalDouble.of(seconds / SECONDS_PER_MINUTE))
				.orElse(OptionalDouble.empty());
	}

	@Inject
	void use(@Optional Desk found) {
		desk = found;
	}

	@Inject
	void show(@Optional Chosen what) {
		chosen = what;
		if (table != null) {
			read();
		}
	}

	/** A run's clocks go on, and somebody else may move it. */
	private void every() {
		if (!title.isDisposed()) {
			if (title.isVisible()) {
				read();
			}
			title.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void read() {
		switch (chosen) {
		case null -> table.replace(List.of());
		case Chosen.OfShelf(var procedure) -> {
			say(procedure.title());
			table.replace(StepLine.of(procedure));
		}
		case Chosen.OfRun(Run run) -> {
			Desk here = desk;
			if (here != null) {
				Thread.ofVirtual().name("steps").start(() -> read(here, run));
			}
		}
		}
	}

	private void read(Desk here, Run before) {
		try {
			Run run = here.find(before.id()).orElse(before);
			List<StepLine> lines = StepLine.of(run, here.office(), here.now());
			if (chosen instanceof Chosen.OfRun(Run now) && now.id().equals(run.id())) {
				table.replace(lines);
				ui.later(title, () -> say(words.say("steps.run", run.id(), run.procedure().title())));
			}
		} catch (IOException e) {
			ui.later(title, () -> say(words.say("inbox.unread", String.valueOf(e.getMessage()))));
		}
	}

	private void say(String text) {
		title.setText(text);
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
