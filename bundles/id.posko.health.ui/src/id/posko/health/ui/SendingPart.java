package id.posko.health.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.Spoken;
import id.posko.health.State;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterVerdict;
import id.posko.health.counter.Schedulers;
import id.posko.health.online.OnlineResults;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** All offices that send records: whether their counter grows, and what the SOP found last. Choosing one leads there. */
public final class SendingPart {

	private static final Duration EVERY = Duration.ofSeconds(15);
	private static final Duration RESULTS_BACK = Duration.ofDays(7);
	private static final Duration LOOKS_BACK = Duration.ofDays(1);

	private final InstantSource clock = InstantSource.system();

	@Inject
	private Look look;
	@Inject
	private Watching watching;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;
	@Inject
	private Say say;

	private Words words;
	private Composite whole;
	private LiveTable<RegionCode, SendingOffice> table;
	private Redraw redraw;
	private Optional<CounterReader> reader = Optional.empty();
	private Optional<OnlineResults> results = Optional.empty();
	private Instant read = Instant.MIN;

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(SendingPart.class, look.locale());
		Spoken spoken = new Spoken(look.locale());
		States states = new States(look.locale());
		whole = parent;
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "site");
		table = new LiveTable<RegionCode, SendingOffice>(parent, look, "sending", SendingOffice::code, List.of(
				Column.<SendingOffice>text("site", words.say("column.site"), 132, office -> office.site().name())
						.orderedBy(Comparator.comparing(SendingOffice::code)),
				Column.mark("trend", words.say("counter.trend"), 130, office -> States.mark(office.verdict().state()),
						office -> words.say("counter.trend." + office.verdict().cause().code()),
						Comparator.comparing((SendingOffice office) -> office.verdict().state(), States.MOST_URGENT_FIRST)),
				Column.mark("sop", words.say("sop.short"), 112,
						office -> States.mark(office.last().map(is -> is.state()).orElse(State.NOT_MEASURED)),
						office -> office.last().map(is -> states.name(is.state())).orElse(words.say("sop.never")),
						Comparator.comparing((SendingOffice office) -> office.last().map(is -> is.state()).orElse(State.NOT_MEASURED),
								States.MOST_URGENT_FIRST)),
				Column.<SendingOffice>text("last", words.say("sop.last"), 110,
						office -> office.last().map(is -> spoken.time(is.at(), clock.instant())).orElse("")).inQuietTone()
						.hiddenAtFirst(),
				Column.<SendingOffice>text("code", words.say("column.code"), 90, office -> office.code().text()).inQuietTone()
						.hiddenAtFirst()),
				part.getPersistedState()).compact();
		table.setEmptyState(EmptyState.of(Glyph.OFFICE, words.say("sending.none")));
		table.onExport(text -> file.keep(words.say("sending.file"), text));
		table.onSelect(chosen -> chosen.stream().findFirst()
				.ifPresent(office -> new OfficeChoice(application).choose(office.code())));
		redraw = new Redraw(parent, watching, this::read);
		redraw.every(() -> {
			if (parent.isVisible()) {
				read();
			}
		});
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(CounterReader newReader, OnlineResults newResults) {
		reader = Optional.ofNullable(newReader);
		results = Optional.ofNullable(newResults);
		read = Instant.MIN;
		if (redraw != null) {
			redraw.anew();
		}
	}

	/** On a thread of its own, every few seconds while it is seen. */
	private void read() {
		Instant now = clock.instant();
		if (reader.isEmpty() || results.isEmpty() || read.isAfter(now.minus(EVERY))) {
			return;
		}
		read = now;
		CounterReader counter = reader.get();
		OnlineResults from = results.get();
		Fleet fleet = watching.fleet();
		Thread.ofVirtual().name("sending").start(() -> {
			try {
				List<SendingOffice> offices = new ArrayList<>();
				for (Site site : fleet.sites()) {
					if (site.kind() != SiteKind.DATA_CENTRE && !Schedulers.of(fleet, site.code()).isEmpty()) {
						CounterSeries series = counter.series(site.code(), now.minus(LOOKS_BACK), CounterRule.DEFAULT);
						offices.add(new SendingOffice(site, series, CounterVerdict.now(series, now),
								from.of(site.code(), now.minus(RESULTS_BACK), now.plus(LOOKS_BACK)).reversed().stream().findFirst()));
					}
				}
				table.replace(offices);
			} catch (IOException e) {
				look.later(whole, () -> say.problem(words.say("past.unreadable", e.getMessage())));
			}
		});
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
