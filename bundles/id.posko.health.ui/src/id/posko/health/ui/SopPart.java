package id.posko.health.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.Spoken;
import id.posko.health.State;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineResults;
import id.posko.health.online.OnlineRuns;
import id.posko.health.online.OnlineStep;
import id.posko.health.online.OnlineTable;
import id.posko.health.online.StepResult;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import id.posko.ui.table.TableText;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The SOP of sending online for the chosen office: run it, see its five checks, and look at what earlier runs found. */
public final class SopPart {

	private static final int TABLE_HEIGHT = 190;

	private final InstantSource clock = InstantSource.system();
	private final List<StepLine> lines = new ArrayList<>();
	private final Map<RegionCode, SopRun> runs = new HashMap<>();

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private FollowedOffice followed;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private MPart part;
	@Inject
	private TableFile file;

	private Words words;
	private Composite whole;
	private Headline head;
	private ScrolledComposite scroll;
	private Composite steps;
	private PushButton run;
	private PushButton stop;
	private LiveTable<Instant, OnlineResult> table;
	private Redraw redraw;
	private Optional<OnlineRuns> sop = Optional.empty();
	private Optional<OnlineResults> results = Optional.empty();
	private Optional<OnlineResult> shown = Optional.empty();
	private List<OnlineResult> kept = List.of();

	/** What a run came to. */
	private record Ran(OnlineResult result, Optional<String> notKept) {
	}

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(SopPart.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 16;
		layout.marginHeight = 10;
		layout.verticalSpacing = 8;
		whole.setLayout(layout);
		head = new Headline(whole, look, "sop");
		head.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		stop = Look.named(new PushButton(whole, look, PushButton.Weight.NORMAL, Glyph.STOP, words.say("sop.stop"),
				() -> running().ifPresent(SopRun::stop)), "sop.stop");
		run = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, null, words.say("sop.run"), this::run), "sop.run");
		scroll = new ScrolledComposite(whole, SWT.V_SCROLL);
		scroll.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 3, 1));
		scroll.setExpandHorizontal(true);
		look.paint(scroll, Tone.TEXT, Tone.SURFACE);
		steps = new Composite(scroll, SWT.NONE);
		scroll.setContent(steps);
		look.paint(steps, Tone.TEXT, Tone.SURFACE);
		GridLayout stepsLayout = new GridLayout(4, false);
		stepsLayout.marginWidth = stepsLayout.marginHeight = 0;
		stepsLayout.horizontalSpacing = 14;
		stepsLayout.verticalSpacing = 2;
		steps.setLayout(stepsLayout);
		for (OnlineStep step : OnlineStep.values()) {
			lines.add(new StepLine(steps, look, words, step));
		}
		buildTable();
		whole.addListener(SWT.Resize, _ -> fit());
		redraw = new Redraw(whole, watching, health -> followed.is(health.device().site()), this::read);
		followed.onChange(this::another);
		redraw.every(() -> {
			if (lines.stream().anyMatch(StepLine::isRunning)) {
				showRun();
			}
		});
	}

	private void buildTable() {
		Spoken spoken = new Spoken(look.locale());
		States states = new States(look.locale());
		part.getPersistedState().putIfAbsent("sort", "-at");
		table = new LiveTable<>(whole, look, "sop.results", OnlineResult::at, List.of(
				Column.<OnlineResult>text("at", words.say("column.at"), 130, r -> spoken.time(r.at(), clock.instant()))
						.orderedBy(Comparator.comparing(OnlineResult::at)),
				Column.mark("state", words.say("sop.verdict"), 130, r -> States.mark(r.state()), r -> states.name(r.state()),
						Comparator.comparing(OnlineResult::state)),
				Column.text("sentence", words.say("column.what"), 505, r -> r.sentence(look.locale())),
				Column.<OnlineResult>text("took", words.say("sop.took"), 90, r -> spoken.duration(r.took()))
						.orderedBy(Comparator.comparing(OnlineResult::took)).inQuietTone()),
				part.getPersistedState());
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1);
		table.control().setLayoutData(data);
		table.setEmptyState(EmptyState.of(Glyph.CLOCK, words.say("sop.none")));
		table.onExport(text -> file.keep(words.say("sop.list.file"), text));
		table.onSelect(selected -> selected.stream().findFirst().ifPresent(this::show));
		Look.named(new PushButton(table.tools(), look, PushButton.Weight.TOOL, Glyph.EXPORT, words.say("sop.export.one"),
				() -> shown.ifPresent(result -> export(List.of(result)))), "sop.export.one");
		Look.named(new PushButton(table.tools(), look, PushButton.Weight.TOOL, Glyph.EXPORT, words.say("sop.export.all"),
				() -> export(kept)), "sop.export.all");
	}

	private void export(List<OnlineResult> chosenResults) {
		OnlineTable texts = new OnlineTable(look.locale(), ZoneId.systemDefault());
		if (!chosenResults.isEmpty()) {
			file.keep(texts.name(), new TableText(texts.headings(),
					chosenResults.stream().flatMap(result -> texts.rows(result).stream()).toList()));
		}
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(OnlineRuns newSop, OnlineResults newResults) {
		sop = Optional.ofNullable(newSop);
		results = Optional.ofNullable(newResults);
		changed();
	}

	private void another() {
		shown = Optional.empty();
		kept = List.of();
		changed();
	}

	private void changed() {
		if (redraw != null) {
			redraw.anew();
		}
	}

	private Optional<SopRun> running() {
		return followed.code().map(runs::get);
	}

	/** The kept results on a thread of its own; those of an office that is no longer chosen are dropped. */
	private void read() {
		showRun();
		Optional<RegionCode> of = followed.code();
		if (of.isEmpty() || results.isEmpty()) {
			return;
		}
		OnlineResults from = results.get();
		Instant now = clock.instant();
		Thread.ofVirtual().name("results of " + of.get()).start(() -> {
			try {
				List<OnlineResult> all = from.of(of.get(), Instant.EPOCH, now.plus(Duration.ofDays(1)));
				look.later(whole, () -> {
					if (of.equals(followed.code())) {
						took(all);
					}
				});
			} catch (IOException e) {
				look.later(whole, () -> say.problem(words.say("past.unreadable", e.getMessage())));
			}
		});
	}

	private void took(List<OnlineResult> all) {
		boolean hasNew = !all.equals(kept);
		kept = all;
		if (hasNew) {
			table.replace(all);
		}
		if (shown.isEmpty() && running().isEmpty() && !all.isEmpty()) {
			show(all.getLast());
		}
	}

	private void show(OnlineResult result) {
		if (running().isEmpty()) {
			shown = Optional.of(result);
			showRun();
		}
	}

	private void showRun() {
		Instant now = clock.instant();
		Optional<SopRun> under = running();
		for (int i = 0; i < lines.size(); i++) {
			OnlineStep step = OnlineStep.values()[i];
			Optional<StepResult> found = under.isPresent() ? under.get().result(step)
					: shown.flatMap(is -> is.steps().stream().filter(each -> each.step() == step).findFirst());
			lines.get(i).show(found, under.map(SopRun::began), now);
		}
		run.setEnabled(under.isEmpty() && sop.isPresent()
				&& followed.site().filter(office -> watching.may(Permission.CHECK, watching.fleet().devicesAt(office.code()))).isPresent());
		stop.setVisible(under.isPresent());
		String office = followed.site().map(Site::name).orElse("");
		if (under.isPresent()) {
			head.show(Mark.NONE, office, words.say("sop.running", under.get().done(), lines.size()));
		} else if (shown.isPresent()) {
			head.show(States.mark(shown.get().state()), words.say("sop.of", office,
					new Spoken(look.locale()).time(shown.get().at(), now)), shown.get().sentence(look.locale()));
		} else {
			head.show(Mark.NONE, office, words.say(office.isEmpty() ? "sop.choose" : "sop.first"));
		}
		fit();
	}

	/** All steps are seen as far as that leaves room for the table; the rest by scrolling. */
	private void fit() {
		int width = whole.getClientArea().width - 2 * ((GridLayout) whole.getLayout()).marginWidth;
		if (width <= 0) {
			return;
		}
		int needed = steps.computeSize(width, SWT.DEFAULT, true).y;
		int room = whole.getClientArea().height - head.control().computeSize(width * 2 / 3, SWT.DEFAULT).y - TABLE_HEIGHT;
		boolean isCut = needed > room;
		int inner = isCut ? width - scroll.getVerticalBar().getSize().x : width;
		((GridData) scroll.getLayoutData()).heightHint = Math.max(100, Math.min(needed, room));
		steps.setSize(inner, isCut ? steps.computeSize(inner, SWT.DEFAULT, true).y : needed);
		whole.layout(true, true);
	}

	private void run() {
		if (followed.site().isEmpty() || sop.isEmpty() || results.isEmpty() || running().isPresent()) {
			return;
		}
		Site office = followed.site().get();
		OnlineRuns asking = sop.get();
		Actor by = watching.by();
		SopRun under = new SopRun(office, clock.instant());
		runs.put(office.code(), under);
		under.is(work.start(words.say("sop.title", office.name()), progress -> {
			OnlineResult result = asking.run(by, office, step -> look.later(whole, () -> {
				under.found(step);
				progress.say(under.done() + "/" + OnlineStep.values().length,
						OptionalDouble.of((double) under.done() / OnlineStep.values().length));
				showRun();
			}));
			return new Ran(result, keep(asking, result));
		}, outcome -> ended(under, outcome)));
		showRun();
	}

	private static Optional<String> keep(OnlineRuns keeping, OnlineResult result) {
		try {
			keeping.keep(result);
			return Optional.empty();
		} catch (IOException e) {
			return Optional.of(String.valueOf(e.getMessage()));
		}
	}

	private void ended(SopRun under, Work.Outcome<Ran> outcome) {
		runs.remove(under.site().code());
		switch (outcome) {
		case Work.Outcome.Done<Ran>(Ran(OnlineResult result, Optional<String> notKept)) -> {
			notKept.ifPresent(why -> say.problem(words.say("sop.not_kept", why)));
			tell(result);
		}
		case Work.Outcome.Stopped<Ran>() -> say.done(words.say("sop.stopped"));
		case Work.Outcome.Failed<Ran>(Throwable bug) -> say.bug(bug);
		}
		if (!whole.isDisposed()) {
			changed();
		}
	}

	private void tell(OnlineResult result) {
		if (followed.is(result.site())) {
			shown = Optional.of(result);
		} else if (result.state() == State.UP) {
			say.done(result.sentence(look.locale()));
		} else {
			say.problem(result.sentence(look.locale()));
		}
	}

	@Focus
	void focus() {
		run.setFocus();
	}
}
