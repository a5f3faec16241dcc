package id.posko.health.ui;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import id.posko.health.AvailabilityReport;
import id.posko.health.AvailabilityReport.Line;
import id.posko.health.AvailabilityTable;
import id.posko.health.Period;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import id.posko.ui.chart.ShareChart;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** How offices and devices answered in a period: bars of the offices, or a table of all that was counted. */
public final class AvailabilityPart {

	/** What was read, and its rows for the table. */
	private record Result(Period period, AvailabilityReport report, List<ReportRow> rows) {
	}

	private static final int TARGET_WIDTH = 44;

	private final InstantSource clock = InstantSource.system();
	private final ZoneId zone = ZoneId.systemDefault();

	@Inject
	private Look look;
	@Inject
	private Work work;
	@Inject
	private MPart part;
	@Inject
	private Watching watching;
	@Inject
	private OutageSheet outages;

	private Words words;
	private Shares shares;
	private AvailabilityTable texts;
	private PeriodBox period;
	private Text target;
	private PushButton start;
	private PushButton asChart;
	private PushButton asTable;
	private Label sentence;
	private Composite body;
	private Label hint;
	private ShareChart<Line> chart;
	private LiveTable<ReportRow.Key, ReportRow> table;
	private Optional<Work.Piece> running = Optional.empty();
	private Optional<Result> shown = Optional.empty();
	private Optional<RegionCode> within = Optional.empty();

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(AvailabilityPart.class, look.locale());
		shares = new Shares(words);
		texts = new AvailabilityTable(look.locale(), zone);
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		buildBar(whole);
		sentence = Look.named(new Label(whole, SWT.NONE), "report.sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.horizontalIndent = 16;
		sentence.setLayoutData(sentenceData);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		body = new Composite(whole, SWT.NONE);
		body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		StackLayout stack = new StackLayout();
		body.setLayout(stack);
		look.paint(body, Tone.TEXT, Tone.SURFACE);
		hint = Look.named(new Label(body, SWT.CENTER | SWT.WRAP), "report.hint");
		hint.setText("\n\n" + words.say("report.empty"));
		look.paint(hint, Tone.MUTED, Tone.SURFACE);
		chart = new ShareChart<>(body, look, "report.chart", shares.parts(), words.say("report.standard"), this::open);
		table = new LiveTable<>(body, look, "report", ReportRow::key, ReportRow.columns(texts), part.getPersistedState());
		table.setEmptyState(EmptyState.of(Glyph.CLOCK, words.say("report.empty")));
		table.onExport(text -> file.keep(texts.name(), text));
		table.onOpen(row -> open(row.line()));
		view(asChart);
	}

	private void buildBar(Composite whole) {
		Composite bar = new Composite(whole, SWT.NONE);
		bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(bar, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(7, false);
		layout.marginWidth = 12;
		layout.marginHeight = 7;
		layout.horizontalSpacing = 8;
		bar.setLayout(layout);
		period = new PeriodBox(bar, look, words, "report", Period.Named.THIS_MONTH, clock, () -> {
		});
		label(bar, words.say("report.target"));
		target = Look.named(new Text(bar, SWT.BORDER | SWT.SINGLE | SWT.RIGHT), "report.target");
		target.setText(NumberFormat.getInstance(look.locale()).format(AvailabilityReport.USUAL_TARGET));
		target.setToolTipText(words.say("report.target.tip"));
		GridData narrow = new GridData(SWT.FILL, SWT.CENTER, false, false);
		narrow.widthHint = TARGET_WIDTH;
		target.setLayoutData(narrow);
		look.paint(target, Tone.TEXT, Tone.SURFACE);
		label(bar, "%");
		start = Look.named(new PushButton(bar, look, PushButton.Weight.MAIN, null, words.say("report.start"), this::press),
				"report.start");
		asChart = Look.named(new PushButton(bar, look, PushButton.Weight.TOOL, null, words.say("report.as_chart"),
				() -> view(asChart)), "report.as_chart");
		asChart.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
		asTable = Look.named(new PushButton(bar, look, PushButton.Weight.TOOL, null, words.say("report.as_table"),
				() -> view(asTable)), "report.as_table");
	}

	private void label(Composite bar, String text) {
		Label label = new Label(bar, SWT.NONE);
		label.setText(text);
		look.paint(label, Tone.MUTED, Tone.SURFACE);
	}

	private void view(PushButton chosen) {
		asChart.setOn(chosen == asChart);
		asTable.setOn(chosen == asTable);
		show();
	}

	/** Starts, or stops what was started. */
	private void press() {
		Optional<Period> days = period.period();
		OptionalDouble standard = standard();
		if (running.isPresent()) {
			running.get().stop();
		} else if (days.isEmpty() || !days.get().begin(zone).isBefore(clock.instant())) {
			sentence.setText(words.say("report.no_days"));
		} else if (standard.isEmpty()) {
			sentence.setText(words.say("report.no_target"));
		} else if (watching.fleet().devices().isEmpty() || watching.source().isEmpty()) {
			sentence.setText(words.say("board.empty"));
		} else {
			start(days.get(), standard.getAsDouble(), watching.source().get(), watching.fleet());
		}
	}

	private OptionalDouble standard() {
		ParsePosition end = new ParsePosition(0);
		String text = target.getText().strip();
		Number number = NumberFormat.getInstance(look.locale()).parse(text, end);
		boolean isPercent = number != null && end.getIndex() == text.length() && number.doubleValue() >= 0
				&& number.doubleValue() <= 100;
		return isPercent ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
	}

	private void start(Period days, double standard, Watching.Source source, Fleet fleet) {
		Instant now = clock.instant();
		Instant end = days.end(zone).isAfter(now) ? now : days.end(zone);
		start.setWord(words.say("report.stop"));
		sentence.setText(words.say("report.running"));
		running = Optional.of(work.start(words.say("report.running"), progress -> Read.of(() -> {
			AvailabilityReport report = AvailabilityReport.of(fleet, source.history(), days.begin(zone), end, standard,
					share -> progress.say("", OptionalDouble.of(share)));
			return new Result(days, report, ReportRow.of(report, texts));
		}), this::finish, () -> finish(words.say("report.stopped"))));
	}

	private void finish(Read<Result> read) {
		if (!body.isDisposed()) {
			switch (read) {
				case Read.Whole<Result>(var result) -> {
					shown = Optional.of(result);
					table.replace(result.rows());
					finish("");
					show();
				}
				case Read.Unreadable<Result>(var reason) -> finish(words.say("past.unreadable", reason));
			}
		}
	}

	private void finish(String said) {
		if (!body.isDisposed()) {
			running = Optional.empty();
			start.setWord(words.say("report.start"));
			sentence.setText(said);
		}
	}

	private void show() {
		StackLayout stack = (StackLayout) body.getLayout();
		stack.topControl = asTable.isOn() ? table.control() : shown.isEmpty() ? hint : chart.control();
		body.layout();
		shown.ifPresent(result -> {
			AvailabilityReport report = result.report();
			List<Line> inside = report.lines().stream().filter(line -> isInside(line.site().code())).toList();
			List<Line> offices = inside.stream().filter(line -> line.device().isEmpty()).toList();
			List<Line> bars = offices.size() == 1 ? inside : offices;
			chart.show(bars.stream().map(line -> shares.bar(report, line)).toList());
			Dates dates = new Dates(look.locale());
			Predicate<Boolean> met = Boolean::booleanValue;
			sentence.setText(words.say("report.sum", dates.say(result.period().from()), dates.say(result.period().to()),
					offices.stream().filter(line -> report.isMet(line).filter(met).isPresent()).count(), offices.size(),
					report.target()));
		});
	}

	private boolean isInside(RegionCode site) {
		return within.stream().allMatch(code -> code.contains(site));
	}

	private void open(Line line) {
		shown.ifPresent(result -> outages.open(result.report(), line));
	}

	/** Shows one office and those inside it only; null shows all. */
	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void narrow(RegionCode site) {
		within = Optional.ofNullable(site);
		if (table != null) {
			table.narrow(row -> within.stream().allMatch(code -> code.contains(row.line().site().code())));
			show();
		}
	}

	@Focus
	void focus() {
		if (asTable.isOn()) {
			table.table().setFocus();
		} else if (shown.isPresent()) {
			chart.focus();
		} else {
			start.setFocus();
		}
	}
}
