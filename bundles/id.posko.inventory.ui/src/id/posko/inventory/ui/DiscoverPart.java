package id.posko.inventory.ui;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Discovery;
import id.posko.kit.discovery.Discovery.Ending;
import id.posko.kit.discovery.Discovery.Progress;
import id.posko.kit.discovery.Discovery.Wish;
import id.posko.kit.discovery.OfficeNetworks;
import id.posko.kit.discovery.Range;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Looks for devices in a range of addresses and proposes them for the list; what is chosen is added by a click. */
public final class DiscoverPart implements Discovery.Listener {

	@Inject
	private Look look;
	@Inject
	private Desk desk;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private MPart part;
	@Inject
	@Optional
	private Discovery discovery;

	private final Map<InetAddress, Discovered> met = new ConcurrentHashMap<>();
	private Words words;
	private SearchBar bar;
	private LiveTable<InetAddress, FoundRow> table;
	private PushButton adding;
	private volatile OfficeNetworks networks = new OfficeNetworks(Fleet.EMPTY);
	private volatile Work.Progress status = (_, _) -> {
	};
	private java.util.Optional<Work.Piece> running = java.util.Optional.empty();
	private java.util.Optional<RegionCode> site = java.util.Optional.empty();

	@PostConstruct
	void build(Composite parent, Steps steps) {
		words = Words.of(DiscoverPart.class, look.locale());
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		parent.setLayout(layout);
		look.paint(parent, Tone.TEXT, Tone.SURFACE);
		bar = new SearchBar(parent, look, this::search, () -> running.ifPresent(Work.Piece::stop));
		bar.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		part.getPersistedState().putIfAbsent("sort", "address");
		table = new LiveTable<>(parent, look, "discover", FoundRow::key, FoundRow.columns(words, look.locale()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		adding = Look.named(new PushButton(table.tools(), look, PushButton.Weight.NORMAL, Glyph.ADD, words.say("found.add"),
				this::add), "discover.add");
		adding.setEnabled(false);
		table.onSelected(rows -> adding.setEnabled(rows.stream().anyMatch(FoundRow::isNew)));
		table.onOpen(_ -> add());
		table.onExport(text -> steps.exportTable(words.say("discover.file"), text));
		showEmpty("discover.empty");
		Subscription reading = desk.read(this::follow);
		parent.addListener(SWT.Dispose, _ -> reading.close());
	}

	private void showEmpty(String key) {
		table.setEmptyState(EmptyState.of(Glyph.SEARCH, words.say(key)));
	}

	@Inject
	@Optional
	void prefer(ChosenSite chosen) {
		site = java.util.Optional.ofNullable(chosen).map(ChosenSite::code);
		if (bar != null) {
			bar.propose(networks, site);
		}
	}

	/** Any thread. */
	private void follow(Fleet fleet) {
		networks = new OfficeNetworks(fleet);
		table.replace(met.values().stream().map(device -> FoundRow.of(device, networks)).toList());
		look.later(table.control(), () -> bar.propose(networks, site));
	}

	private void search() {
		if (discovery == null || running.isPresent()) {
			return;
		}
		switch (Range.read(bar.range(), false, false)) {
		case Range.Reading.Refused(Range.Refusal why) -> bar.complain(why.sentence(bar.range(), look.locale()));
		case Range.Reading.Right(Range range) -> {
			met.clear();
			table.replace(List.of());
			showEmpty("discover.nobody");
			Wish wish = new Wish(range, bar.community(), networks.doors(), bar.isThorough(), Discovery.Manners.USUAL);
			running = java.util.Optional.of(work.start(words.say("discover.searching", range), progress -> {
				status = progress;
				return discovery.sweep(wish, this);
			}, this::ended));
			bar.begin(words.say("discover.begins", range.size(), range, said(wish.manners().least(range.size())),
					said(wish.manners().limit())));
		}
		}
	}

	private String said(Duration duration) {
		return duration.toSeconds() < 90 ? words.say("seconds", Math.max(1, duration.toSeconds()))
				: words.say("minutes", Math.round(duration.toSeconds() / 60.0));
	}

	@Override
	public void met(Discovered device) {
		met.put(device.host(), device);
		table.put(List.of(FoundRow.of(device, networks)));
	}

	@Override
	public void progress(Progress now) {
		String sentence = words.say("discover.progress", now.asked(), now.of(), now.answered())
				+ now.left().map(left -> " " + words.say("discover.left", said(left))).orElse("");
		status.say(sentence, OptionalDouble.of((double) now.asked() / now.of()));
		look.later(table.control(), () -> running.ifPresent(_ -> bar.tell(sentence)));
	}

	private void ended(Work.Outcome<Ending> outcome) {
		running = java.util.Optional.empty();
		if (table.control().isDisposed()) {
			return;
		}
		met.replaceAll((_, device) -> device.settled());
		table.replace(met.values().stream().map(device -> FoundRow.of(device, networks)).toList());
		bar.end(switch (outcome) {
		case Work.Outcome.Done<Ending>(Ending ending) -> sentence(ending);
		case Work.Outcome.Stopped<Ending>() -> words.say("discover.stopped", met.size());
		case Work.Outcome.Failed<Ending>(Throwable bug) -> {
			say.bug(bug);
			yield "";
		}
		});
	}

	private String sentence(Ending ending) {
		return switch (ending) {
		case Ending.Done(Progress progress, int unsendable) -> words.say("discover.done", progress.answered(), progress.of(),
				said(progress.since())) + (unsendable == 0 ? "" : " " + words.say("discover.unsendable", unsendable));
		case Ending.OutOfTime(Progress progress) ->
			words.say("discover.late", progress.asked(), progress.of(), progress.answered());
		case Ending.Busy() -> words.say("discover.busy");
		};
	}

	private void add() {
		List<Discovered> chosen = table.selection().stream().filter(FoundRow::isNew).map(FoundRow::device).toList();
		if (!chosen.isEmpty()) {
			new AddFoundSheet(look, desk).open(table.control().getShell(), chosen, networks);
		}
	}

	@PreDestroy
	void stop() {
		running.ifPresent(Work.Piece::stop);
	}

	@Focus
	void focus() {
		bar.focus();
	}
}
