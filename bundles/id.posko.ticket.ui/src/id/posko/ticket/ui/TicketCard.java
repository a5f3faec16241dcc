package id.posko.ticket.ui;

import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.ui.Card;
import id.posko.ui.Face;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The start page's card: how many tickets are open, late, nearly late and well again. */
public final class TicketCard {

	@Inject
	private Look look;
	@Inject
	private EPartService parts;

	private Words words;
	private Label open;
	private Label late;
	private Label more;
	private String shown = "";

	@PostConstruct
	void build(Composite parent, TicketFeed feed) {
		words = Words.of(TicketCard.class, look.locale());
		Composite body = new Card(parent, look, "start.tickets", words.say("tickets")).body();
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 10;
		body.setLayout(layout);
		open = label(body, Face.TITLE, Tone.TEXT, "start.tickets.open");
		late = label(body, Face.BOLD, Tone.BAD, "start.tickets.late");
		more = label(body, Face.PLAIN, Tone.MUTED, "start.tickets.more");
		PushButton go = new PushButton(body, look, PushButton.Weight.NORMAL, null, words.say("card.open"),
				() -> parts.switchPerspective("id.posko.ticket.ui.mend"));
		Look.named(go, "start.tickets.go");
		go.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		feed.follow(body, () -> false, this::show);
	}

	private Label label(Composite body, Face face, Tone tone, String name) {
		Label label = Look.named(new Label(body, SWT.WRAP), name);
		label.setFont(look.font(face));
		label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	private void show(TicketFeed.Seen seen) {
		switch (seen) {
		case TicketFeed.Seen.Read read -> {
			long overdue = read.count(TicketLine.Plight.LATE);
			say(words.say("card.count", read.open().size()), overdue == 0 ? "" : words.say("card.late", overdue),
					words.say("card.more", read.count(TicketLine.Plight.SOON), read.count(TicketLine.Plight.RECOVERED)));
		}
		case TicketFeed.Seen.Nobody _ -> say(words.say("card.none"), "", words.say("list.nobody"));
		case TicketFeed.Seen.Unread(String message) -> say(words.say("card.none"), "", words.say("list.unread", message));
		}
	}

	private void say(String one, String two, String three) {
		if (!shown.equals(one + two + three)) {
			shown = one + two + three;
			open.setText(one);
			late.setText(two);
			((GridData) late.getLayoutData()).exclude = two.isEmpty();
			late.setVisible(!two.isEmpty());
			more.setText(three);
			open.getParent().layout(true, true);
		}
	}
}
