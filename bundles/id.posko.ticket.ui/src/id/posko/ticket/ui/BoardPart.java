package id.posko.ticket.ui;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ui.FilterBox;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The board: a column for each status, from new to closed; a card's steps are on its page. */
public final class BoardPart {

	private static final int FILTER = 220;

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private EPartService parts;

	private Words words;
	private FilterBox filter;
	private PushButton mine;
	private Label count;
	private BoardCanvas board;
	private TicketFeed feed;
	private Actor actor;
	private List<TicketLine> lines = List.of();

	@PostConstruct
	void build(Composite parent, TicketFeed tickets) {
		words = Words.of(BoardPart.class, look.locale());
		feed = tickets;
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 10;
		layout.marginHeight = 7;
		whole.setLayout(layout);
		filter = new FilterBox(whole, look, words.say("board.filter"), _ -> arrange(), () -> board.focus());
		Look.named(filter.text(), "board.filter.text");
		GridData filterData = new GridData(SWT.FILL, SWT.CENTER, false, false);
		filterData.widthHint = FILTER;
		filter.setLayoutData(filterData);
		count = Look.named(new Label(whole, SWT.NONE), "board.tickets");
		count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(count, Tone.MUTED, Tone.SURFACE);
		mine = Look.named(new PushButton(whole, look, PushButton.Weight.TOOL, Glyph.CARD, words.say("board.mine"), this::mine),
				"board.mine");
		board = new BoardCanvas(whole, look,
				number -> application.getContext().set(ChosenTicket.class, new ChosenTicket(number)),
				() -> parts.showPart("id.posko.ticket.ui.page", PartState.ACTIVATE));
		board.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
		feed.follow(whole, () -> true, this::show);
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
	}

	@Inject
	void choose(@Optional ChosenTicket ticket) {
		if (board != null && ticket != null) {
			board.mark(ticket.number());
			feed.again();
		}
	}

	private void mine() {
		mine.setOn(!mine.isOn());
		arrange();
	}

	private void show(TicketFeed.Seen seen) {
		switch (seen) {
		case TicketFeed.Seen.Read read -> lines = read.lines();
		case TicketFeed.Seen.Nobody _ -> lines = List.of();
		case TicketFeed.Seen.Unread(String message) -> {
			say(words.say("list.unread", message));
			return;
		}
		}
		arrange();
	}

	private void arrange() {
		String typed = filter.text().getText();
		List<TicketLine> now = lines.stream().filter(line -> line.isCalled(typed))
				.filter(line -> !mine.isOn() || actor != null
						&& line.ticket().assignee().filter(actor.name()::equals).isPresent())
				.toList();
		board.show(BoardColumn.of(now));
		say(actor == null ? words.say("list.nobody") : words.say("board.count", now.size(), lines.size()));
	}

	private void say(String text) {
		if (!count.getText().equals(text)) {
			count.setText(text);
		}
	}

	@Focus
	void focus() {
		board.focus();
	}
}
