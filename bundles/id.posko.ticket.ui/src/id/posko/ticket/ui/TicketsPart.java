package id.posko.ticket.ui;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import id.posko.ui.table.TableText;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The open tickets, those late first; a click opens the ticket of the chosen device. */
public final class TicketsPart {

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private Words words;
	private Label sentence;
	private PushButton open;
	private PushButton all;
	private LiveTable<Long, TicketLine> table;
	private TicketFeed feed;
	private TicketFile file;
	private DeviceKey device;
	private TicketDesk desk;
	private Actor actor;
	private List<RegionCode> places = List.of();

	@PostConstruct
	void build(Composite parent, TicketFeed tickets, TicketFile files, TicketOpening opening) {
		words = Words.of(TicketsPart.class, look.locale());
		feed = tickets;
		file = files;
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.NONE), "tickets.sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.horizontalIndent = 12;
		sentence.setLayoutData(sentenceData);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		open = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, Glyph.ADD, words.say("list.choose"),
				() -> opening.open(device)), "tickets.open");
		GridData openData = new GridData(SWT.END, SWT.CENTER, false, false);
		open.setLayoutData(openData);
		part.getPersistedState().putIfAbsent("sort", "state");
		table = new LiveTable<>(whole, look, "tickets", line -> line.ticket().number(),
				new TicketColumns(words, new Told(look.locale(), ZoneId.systemDefault())).all(), part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
		table.setEmptyState(EmptyState.of(Glyph.WRENCH, words.say("list.empty")));
		all = Look.named(new PushButton(table.tools(), look, PushButton.Weight.TOOL, Glyph.CLOCK, words.say("list.over"),
				this::showOver), "tickets.over");
		table.onExport(this::export);
		table.onSelect(rows -> {
			if (rows.size() == 1) {
				application.getContext().set(ChosenTicket.class, new ChosenTicket(rows.getFirst().ticket().number()));
			}
		});
		name();
		feed.follow(whole, all::isOn, this::show);
	}

	private void showOver() {
		all.setOn(!all.isOn());
		feed.again();
	}

	@Inject
	void use(@Optional TicketDesk found) {
		desk = found;
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
	}

	@Inject
	void use(@Optional DeviceKey chosen) {
		device = chosen;
		if (open != null && !open.isDisposed()) {
			name();
		}
	}

	/** Another part chose a ticket. */
	@Inject
	void choose(@Optional ChosenTicket ticket) {
		if (table != null && ticket != null
				&& table.selection().stream().noneMatch(line -> line.ticket().number() == ticket.number())) {
			table.select(ticket.number());
			feed.again();
		}
	}

	private void name() {
		open.setWord(device == null ? words.say("list.choose") : words.say("list.open", device.name()));
		open.setEnabled(device != null);
		open.getParent().layout();
	}

	private void show(TicketFeed.Seen seen) {
		switch (seen) {
		case TicketFeed.Seen.Read read -> {
			table.replace(read.lines());
			places = read.lines().stream().map(line -> line.ticket().draft().site()).distinct().toList();
			say(words.say("list.sentence", read.open().size(), read.count(TicketLine.Plight.LATE),
					read.count(TicketLine.Plight.SOON), read.count(TicketLine.Plight.RECOVERED)));
		}
		case TicketFeed.Seen.Nobody _ -> {
			table.replace(List.of());
			say(words.say("list.nobody"));
		}
		case TicketFeed.Seen.Unread(String message) -> say(words.say("list.unread", message));
		}
	}

	private void say(String text) {
		if (!sentence.getText().equals(text)) {
			sentence.setText(text);
		}
	}

	private void export(TableText text) {
		TicketDesk here = desk;
		Actor who = actor;
		List<RegionCode> of = places;
		if (here != null && who != null) {
			file.keep(words.say("list.file"), text, (Path to) -> here.export(who, to.toString(), of));
		}
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
