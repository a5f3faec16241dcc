package id.posko.procedure.ui;

import java.util.Objects;

import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.procedure.desk.Inbox;
import id.posko.ui.Card;
import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The start page's card: how much waits for the person who sits here, and how much is late. */
public final class InboxCard {

	@Inject
	private Look look;
	@Inject
	private EPartService parts;

	private Words words;
	private Label first;
	private Label second;
	private String shown;

	@PostConstruct
	void build(Composite parent, InboxWatch watch) {
		words = Words.of(InboxCard.class, look.locale());
		Composite body = new Card(parent, look, "start.sop", words.say("follow")).body();
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 10;
		body.setLayout(layout);
		first = label(body, Face.TITLE, "start.sop.mine");
		second = label(body, Face.PLAIN, "start.sop.late");
		PushButton open = new PushButton(body, look, PushButton.Weight.NORMAL, Glyph.SIGN, words.say("card.open"),
				() -> parts.switchPerspective("id.posko.procedure.ui.follow"));
		Look.named(open, "start.sop.open");
		open.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		watch.follow(body, this::show);
	}

	private Label label(Composite body, Face face, String name) {
		Label label = Look.named(new Label(body, SWT.WRAP), name);
		label.setFont(look.font(face));
		label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(label, face == Face.TITLE ? Tone.TEXT : Tone.MUTED, Tone.SURFACE);
		return label;
	}

	private void show(InboxWatch.Seen seen) {
		switch (seen) {
		case InboxWatch.Seen.Read(Inbox inbox) ->
			say(words.say("card.mine", inbox.mine().size()), words.say("card.late", inbox.late(), inbox.all().size()));
		case InboxWatch.Seen.Nobody _ -> say(words.say("card.none"), words.say("inbox.nobody"));
		case InboxWatch.Seen.Unread(String message) -> say(words.say("card.none"), words.say("inbox.unread", message));
		}
	}

	private void say(String one, String two) {
		if (!Objects.equals(shown, one + two)) {
			shown = one + two;
			first.setText(one);
			second.setText(two);
			first.getParent().layout(true, true);
		}
	}
}
