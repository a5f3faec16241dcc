package id.posko.health.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.Event;
import id.posko.health.Event.Kind;
import id.posko.health.EventPages;
import id.posko.health.EventPages.Page;
import id.posko.health.Events;
import id.posko.health.Period;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Everything that happened, as it is kept, the newest first; older pages are read when a person asks for them. */
public final class EventsPart {

	private static final int PAGE = 500;
	private static final int MOST = 20_000;
	private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

	private final InstantSource clock = InstantSource.system();
	private final ZoneId zone = ZoneId.systemDefault();

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;
	@Inject
	private Watching watching;

	private Words words;
	private PeriodBox period;
	private Combo kind;
	private PushButton more;
	private Label sentence;
	private LiveTable<Long, EventRow> table;
	private Optional<Events> events = Optional.empty();
	private Optional<RegionCode> within = Optional.empty();
	private Optional<Thread> reading = Optional.empty();
	private Optional<Event> last = Optional.empty();
	private long newest;
	private int loaded;
	private Instant read = Instant.MIN;

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(EventsPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		Composite bar = new Composite(whole, SWT.NONE);
		bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(bar, Tone.TEXT, Tone.SURFACE);
		GridLayout barLayout = new GridLayout(3, false);
		barLayout.marginWidth = 12;
		barLayout.marginHeight = 7;
		barLayout.horizontalSpacing = 8;
		bar.setLayout(barLayout);
		period = new PeriodBox(bar, look, words, "events", Period.Named.LAST_7_DAYS, clock, this::anew);
		kind = Look.named(new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN), "events.kind");
		kind.add(words.say("events.all"));
		Arrays.stream(Kind.values()).forEach(each -> kind.add(words.say("event." + each)));
		kind.setVisibleItemCount(Kind.values().length + 1);
		kind.setToolTipText(words.say("events.kind"));
		kind.select(0);
		kind.addListener(SWT.Selection, _ -> anew());
		look.paint(kind, Tone.TEXT, Tone.SURFACE);
		more = Look.named(new PushButton(bar, look, PushButton.Weight.NORMAL, null, words.say("events.more"), this::older),
				"events.more");
		sentence = Look.named(new Label(whole, SWT.NONE), "events.sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.horizontalIndent = 16;
		sentence.setLayoutData(sentenceData);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		part.getPersistedState().putIfAbsent("sort", "-at");
		table = new LiveTable<>(whole, look, "events", row -> row.event().number(), EventRow.columns(words, look.locale()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.setEmptyState(EmptyState.of(Glyph.CLOCK, words.say("events.empty")));
		table.onExport(text -> file.keep(words.say("events.file"), text));
		table.onOpen(row -> new DevicePage(application).open(row.device()));
		new Redraw(whole, watching, () -> {
		}).every(this::news);
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void use(Events kept) {
		events = Optional.ofNullable(kept);
		if (table != null) {
			anew();
		}
	}

	/** Of one office and those inside it only; null is all. */
	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void narrow(RegionCode site) {
		within = Optional.ofNullable(site);
		if (table != null) {
			anew();
		}
	}

	private Optional<EventPages> pages() {
		Set<Kind> kinds = kind.getSelectionIndex() <= 0 ? Set.of(Kind.values())
				: Set.of(Kind.values()[kind.getSelectionIndex() - 1]);
		return events.flatMap(kept -> period.period()
				.map(days -> new EventPages(kept, within, days.begin(zone), days.end(zone), kinds)));
	}

	/** Something else is asked for. */
	private void anew() {
		if (table == null) {
			return;
		}
		stop();
		newest = 0;
		if (pages().isEmpty()) {
			sentence.setText(period.period().isEmpty() ? words.say("report.no_days") : "");
		} else {
			sentence.setText(words.say("events.reading"));
			read(Optional.empty());
		}
	}

	private void older() {
		if (reading.isEmpty() && last.isPresent() && loaded < MOST) {
			read(last);
		}
	}

	private void news() {
		boolean isDue = Duration.between(read, clock.instant()).compareTo(NEWS_EVERY) > 0;
		if (table != null && table.control().isVisible() && reading.isEmpty() && isDue && pages().isPresent()) {
			read(Optional.empty());
		}
	}

	/** On a thread of its own; what was asked before and comes late is dropped. */
	private void read(Optional<Event> after) {
		EventPages pages = pages().orElseThrow();
		read = clock.instant();
		reading = Optional.of(Thread.ofVirtual().name("events").unstarted(() -> {
			try {
				Thread mine = Thread.currentThread();
				Read<Page> outcome = Read.of(() -> pages.next(after, PAGE));
				look.later(table.control(), () -> {
					if (reading.filter(mine::equals).isPresent()) {
						reading = Optional.empty();
						show(outcome, after.isPresent());
					}
				});
			} catch (InterruptedException _) {
				// something else is asked for, or the part is gone
			}
		}));
		reading.get().start();
	}

	private void show(Read<Page> outcome, boolean isOlder) {
		switch (outcome) {
			case Read.Whole<Page>(var page) -> show(page, isOlder);
			case Read.Unreadable<Page>(var reason) -> sentence.setText(words.say("past.unreadable", reason));
		}
	}

	private void show(Page page, boolean isOlder) {
		Fleet fleet = watching.fleet();
		List<EventRow> fresh = page.found().stream().filter(event -> isOlder || event.number() > newest)
				.map(event -> EventRow.of(event, fleet)).toList();
		boolean goesOn = isOlder || newest > 0 && fresh.size() < page.found().size() && loaded < MOST;
		if (goesOn) {
			table.put(fresh);
			loaded += fresh.size();
		} else if (!fresh.isEmpty() || newest == 0) {
			table.replace(fresh);
			loaded = fresh.size();
		}
		if (isOlder || !goesOn && (!fresh.isEmpty() || newest == 0)) {
			last = page.last();
		}
		newest = Math.max(newest, page.found().stream().mapToLong(Event::number).max().orElse(0));
		more.setEnabled(last.isPresent() && loaded < MOST);
		say();
	}

	private void say() {
		Dates dates = new Dates(look.locale());
		period.period().ifPresent(days -> {
			String key = last.isEmpty() ? "events.whole" : loaded < MOST ? "events.shown" : "events.full";
			String text = words.say(key, loaded, dates.say(days.from()), dates.say(days.to()));
			if (!text.equals(sentence.getText())) {
				sentence.setText(text);
			}
		});
	}

	@PreDestroy
	void stop() {
		reading.ifPresent(Thread::interrupt);
		reading = Optional.empty();
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
