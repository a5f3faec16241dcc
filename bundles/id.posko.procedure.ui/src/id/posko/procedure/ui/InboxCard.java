package id.posko.procedure.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.procedure.desk.Inbox;
import id.posko.procedure.desk.Waiting;
import id.posko.procedure.desk.WorkTime;
import id.posko.procedure.run.OfficeTime;
import id.posko.ui.Card;
import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The start page's card: how much waits for the person who sits here and how much is late, the most urgent by name. */
public final class InboxCard {

	@Inject
	private Look look;
	@Inject
	private EPartService parts;
	@Inject
	private MApplication application;

	private Words words;
	private Label first;
	private Label second;
	private String shown;
	private LateList list;
	private WorkTime times;
	private DateTimeFormatter time;

	@PostConstruct
	void build(Composite parent, InboxWatch watch) {
		words = Words.of(InboxCard.class, look.locale());
		times = new WorkTime(look.locale());
		time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(look.locale())
				.withZone(ZoneId.systemDefault());
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
		list = Look.named(new LateList(body, look, this::open), "start.sop.list");
		list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		watch.follow(body, this::show);
	}

	private void open(Waiting waiting) {
		parts.switchPerspective("id.posko.procedure.ui.follow");
		application.getContext().set(Chosen.class, new Chosen.OfRun(waiting.run().id()));
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
		case InboxWatch.Seen.Read(Inbox inbox, OfficeTime office, Instant now) -> {
			say(words.say("card.mine", inbox.mine().size()), words.say("card.late", inbox.late(), inbox.all().size()));
			list.show(inbox.all().stream().filter(each -> each.isLate() || each.isMine())
					.map(each -> new LateList.Item(each, said(each, office, now))).toList());
		}
		case InboxWatch.Seen.Nobody _ -> none(words.say("inbox.nobody"));
		case InboxWatch.Seen.Unread(String message) -> none(words.say("inbox.unread", message));
		}
	}

	private void none(String why) {
		say(words.say("card.none"), why);
		list.show(List.of());
	}

	private String said(Waiting each, OfficeTime office, Instant now) {
		int step = each.turn().step().number();
		return each.clock().due().filter(_ -> each.isLate())
				.map(due -> words.say("card.item.late", step, times.said(office.between(due, now))))
				.or(() -> each.clock().due().map(due -> words.say("card.item.due", step, time.format(due))))
				.orElseGet(() -> words.say("card.item", step));
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
