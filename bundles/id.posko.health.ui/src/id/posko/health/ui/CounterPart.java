package id.posko.health.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.Picture;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterStep;
import id.posko.health.counter.CounterVerdict;
import id.posko.health.counter.HandCounter;
import id.posko.health.counter.Photos;
import id.posko.health.counter.Segment;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ui.Ask;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import id.posko.ui.chart.TimeChart;
import id.posko.ui.chart.TimeChart.Event;
import id.posko.ui.chart.TimeChart.Point;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The NID Scheduler's counter of the chosen office: what it says, its course, its readings, and a person's own. */
public final class CounterPart {

	private static final int PICTURE_WIDTH = 260;

	private final InstantSource clock = InstantSource.system();

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private FollowedOffice followed;
	@Inject
	private Ask ask;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private MPart part;
	@Inject
	private Shell window;

	private Words words;
	private Composite whole;
	private Headline head;
	private Label sums;
	private TimeChart chart;
	private LiveTable<Instant, CounterLine> table;
	private PictureCanvas picture;
	private PushButton note;
	private PushButton undo;
	private Redraw redraw;
	private Optional<CounterReader> reader = Optional.empty();
	private Optional<HandCounter> hand = Optional.empty();
	private Optional<Photos> photos = Optional.empty();
	private RangeButtons ranges;
	private CounterSeries series = new CounterSeries(List.of(), CounterRule.DEFAULT);

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(CounterPart.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 16;
		layout.marginHeight = 10;
		whole.setLayout(layout);
		head = new Headline(whole, look, "counter");
		head.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		undo = Look.named(new PushButton(whole, look, PushButton.Weight.NORMAL, Glyph.UNDO, words.say("counter.undo"),
				this::takeBack), "counter.undo");
		note = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, null, words.say("counter.note"), this::note),
				"counter.note");
		buildChart();
		buildTable(file);
		redraw = new Redraw(whole, watching, health -> followed.is(health.device().site()), this::read);
		followed.onChange(this::another);
	}

	private void buildChart() {
		Composite past = new Composite(whole, SWT.NONE);
		look.paint(past, Tone.TEXT, Tone.SURFACE);
		past.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
		sums = Look.named(new Label(past, SWT.NONE), "counter.sums");
		sums.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(sums, Tone.MUTED, Tone.SURFACE);
		ranges = new RangeButtons(past, look, words, "counter", Duration.ofDays(30), Duration.ofDays(1), this::changed);
		GridLayout layout = new GridLayout(1 + ranges.count(), false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.horizontalSpacing = 4;
		past.setLayout(layout);
		chart = new TimeChart(past, look, "counter.chart", words.say("counter.unit"));
		chart.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 1 + ranges.count(), 1));
	}

	private void buildTable(TableFile file) {
		Composite below = new Composite(whole, SWT.NONE);
		look.paint(below, Tone.TEXT, Tone.SURFACE);
		below.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		below.setLayout(layout);
		part.getPersistedState().putIfAbsent("sort", "-at");
		table = new LiveTable<>(below, look, "counter.readings", CounterLine::at,
				CounterLine.columns(words, look.locale(), clock), part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.setEmptyState(EmptyState.of(Glyph.PULSE, words.say("counter.none"), words.say("counter.note"), this::note));
		table.onExport(text -> file.keep(words.say("counter.file"), text));
		table.onSelect(selected -> selected.stream().findFirst().ifPresent(this::showPhoto));
		picture = Look.named(new PictureCanvas(below, look, words), "counter.picture");
		GridData pictureData = new GridData(SWT.FILL, SWT.FILL, false, true);
		pictureData.widthHint = PICTURE_WIDTH;
		pictureData.exclude = true;
		picture.setLayoutData(pictureData);
		picture.setVisible(false);
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(CounterReader newReader, HandCounter newHand, Photos newPhotos) {
		reader = Optional.ofNullable(newReader);
		hand = Optional.ofNullable(newHand);
		photos = Optional.ofNullable(newPhotos);
		changed();
	}

	private void another() {
		series = new CounterSeries(List.of(), CounterRule.DEFAULT);
		showPicture(Optional.empty());
		changed();
	}

	private void changed() {
		if (redraw != null) {
			redraw.anew();
		}
	}

	private void read() {
		Optional<RegionCode> of = followed.code();
		if (of.isEmpty() || reader.isEmpty()) {
			show();
			return;
		}
		CounterReader from = reader.get();
		Duration asked = ranges.length();
		Instant now = clock.instant();
		Thread.ofVirtual().name("counter of " + of.get()).start(() -> {
			try {
				CounterSeries all = from.series(of.get(), now.minus(asked).minus(Duration.ofDays(1)), CounterRule.DEFAULT);
				look.later(whole, () -> {
					if (of.equals(followed.code()) && asked.equals(ranges.length())) {
						series = all;
						show();
					}
				});
			} catch (IOException e) {
				look.later(whole, () -> say.problem(words.say("past.unreadable", e.getMessage())));
			}
		});
	}

	private void show() {
		Instant now = clock.instant();
		Instant from = now.minus(ranges.length());
		CounterSeries shown = series.from(from);
		CounterVerdict verdict = CounterVerdict.now(series, now);
		String office = followed.site().map(Site::name).orElse("");
		head.show(States.mark(verdict.state()), office, office.isEmpty() ? words.say("sop.choose")
				: verdict.cause().sentence(look.locale()));
		sums.setText(sums(shown));
		List<CounterLine> lines = CounterLine.of(shown);
		chart.showCounted(shown.segments().stream().map(segment -> points(segment, shown)).toList(),
				lines.stream().filter(line -> line.step() == CounterStep.RESTARTED || line.step() == CounterStep.FELL)
						.map(line -> new Event(line.at(), CounterLine.mark(line.step()))).toList(), from, now);
		table.replace(lines);
		note.setEnabled(!office.isEmpty() && reader.isPresent() && mayRecord());
		undo.setVisible(manual().isPresent());
		whole.layout();
	}

	private static List<Point> points(Segment segment, CounterSeries of) {
		return of.readings().stream()
				.filter(reading -> !reading.at().isBefore(segment.first().at()) && !reading.at().isAfter(segment.last().at()))
				.map(reading -> new Point(reading.at(), OptionalDouble.of(reading.value()), 0)).toList();
	}

	private String sums(CounterSeries shown) {
		if (shown.readings().isEmpty()) {
			return "";
		}
		long restarts = shown.steps().stream().filter(CounterStep.RESTARTED::equals).count();
		OptionalDouble hourly = shown.per(Duration.ofHours(1));
		OptionalDouble daily = shown.per(Duration.ofDays(1));
		return Stream.of(Optional.of(words.say("counter.sum.sent", shown.sent())),
				hourly.isPresent() ? Optional.of(words.say("counter.sum.rate", hourly.getAsDouble(), daily.getAsDouble()))
						: Optional.<String>empty(),
				shown.last().filter(last -> last.backlog().isPresent())
						.map(last -> words.say("counter.sum.backlog", last.backlog().getAsLong())),
				restarts > 0 ? Optional.of(words.say("counter.sum.restarts", restarts)) : Optional.<String>empty())
				.flatMap(Optional::stream).collect(Collectors.joining(" · "));
	}

	/** The newest reading of a person. */
	private Optional<CounterReading> manual() {
		return series.readings().reversed().stream().filter(CounterReading::isManual).findFirst();
	}

	private boolean mayRecord() {
		return followed.code().filter(watching::mayRecord).isPresent();
	}

	private void note() {
		if (followed.site().isPresent() && reader.isPresent() && hand.isPresent() && photos.isPresent()) {
			new CounterSheet(window, new CounterSheet.Tools(look, ask, work, reader.get(), hand.get(), watching.by(),
					photos.get()), watching.person(), followed.site().get(), series, this::kept).open();
		}
	}

	private void kept(CounterReader.Taken taken) {
		taken.remarks().stream().findFirst().ifPresentOrElse(remark -> say.problem(remark.sentence(look.locale())),
				() -> say.done(words.say("counter.kept", taken.reading().orElseThrow().value()), words.say("counter.undo"),
						this::takeBack));
		changed();
	}

	private void takeBack() {
		Optional<CounterReading> last = manual();
		if (last.isEmpty() || followed.code().isEmpty() || hand.isEmpty() || !mayRecord()) {
			return;
		}
		RegionCode of = followed.code().get();
		HandCounter from = hand.get();
		Actor by = watching.by();
		work.start(words.say("counter.undo"), _ -> removed(from, by, of, last.get().at()), fault -> {
			if (fault.isPresent()) {
				say.problem(words.say("counter.not_kept", fault.get()));
			} else {
				say.done(words.say("counter.undone", last.get().value()));
			}
			changed();
		}, () -> {
		});
	}

	private static Optional<String> removed(HandCounter from, Actor by, RegionCode of, Instant at) {
		try {
			from.remove(by, of, at);
			return Optional.empty();
		} catch (IOException e) {
			return Optional.of(String.valueOf(e.getMessage()));
		}
	}

	private void showPhoto(CounterLine line) {
		if (line.reading().photo().isEmpty() || photos.isEmpty()) {
			showPicture(Optional.empty());
			return;
		}
		Photos from = photos.get();
		Thread.ofVirtual().name("photo").start(() -> {
			try {
				Optional<byte[]> bytes = from.bytes(line.reading().photo().get());
				look.later(whole, () -> {
					if (bytes.isEmpty()) {
						say.problem(words.say("counter.photo.changed"));
					}
					showPicture(bytes.map(all -> new Picture(all, line.at())));
				});
			} catch (IOException e) {
				look.later(whole, () -> say.problem(words.say("counter.photo.gone", e.getMessage())));
			}
		});
	}

	private void showPicture(Optional<Picture> shot) {
		GridData data = (GridData) picture.getLayoutData();
		shot.ifPresent(picture::show);
		if (!Objects.equals(data.exclude, shot.isEmpty())) {
			data.exclude = shot.isEmpty();
			picture.setVisible(shot.isPresent());
			picture.getParent().layout();
		}
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
