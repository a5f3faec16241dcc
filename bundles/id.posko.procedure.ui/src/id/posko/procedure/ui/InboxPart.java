package id.posko.procedure.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Inbox;
import id.posko.procedure.desk.Waiting;
import id.posko.procedure.run.Turn;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Every run that is open: what waits for the person who sits here, and who is late. */
public final class InboxPart {

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private Words words;
	private Label sentence;
	private LiveTable<String, Waiting> table;

	@PostConstruct
	void build(Composite parent, InboxWatch watch) {
		words = Words.of(InboxPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.NONE), "inbox.sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.horizontalIndent = 16;
		sentence.setLayoutData(sentenceData);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(look.locale())
				.withZone(ZoneId.systemDefault());
		Comparator<Waiting> byDue = Comparator.comparing(each -> each.clock().due().orElse(Instant.MAX));
		table = new LiveTable<>(whole, look, "inbox", each -> each.run().id(), List.of(
				Column.mark("state", words.say("column.state"), 150, InboxPart::mark,
						each -> words.say("waiting." + mark(each)), Comparator.comparing(Waiting::isLate).thenComparing(byDue)),
				Column.<Waiting>text("title", words.say("column.title"), 190, each -> each.run().procedure().title()),
				Column.<Waiting>text("step", words.say("column.step"), 220,
						each -> each.turn().step().number() + ". " + each.turn().step().activity()),
				Column.<Waiting>text("who", words.say("column.who"), 120, each -> whose(each.turn())),
				Column.<Waiting>text("due", words.say("column.due"), 110, each -> each.clock().due().map(time::format).orElse(""))
						.orderedBy(byDue),
				Column.<Waiting>text("about", words.say("column.about"), 140, each -> String.join("; ", each.run().matter().values())),
				Column.<Waiting>number("run", words.say("column.run"), 50,
						each -> OptionalDouble.of(Double.parseDouble(each.run().id())), each -> each.run().id())),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.setEmptyState(EmptyState.of(Glyph.SIGN, words.say("inbox.empty")));
		table.onSelect(rows -> {
			if (rows.size() == 1) {
				application.getContext().set(Chosen.class, new Chosen.OfRun(rows.getFirst().run()));
			}
		});
		watch.follow(whole, this::show);
	}

	/** Late, waiting for this person, or waiting for somebody else. */
	private static Mark mark(Waiting waiting) {
		return waiting.isLate() ? Mark.BAD : waiting.isMine() ? Mark.WARN : Mark.NONE;
	}

	private static String whose(Turn turn) {
		return turn.doer().or(turn::delegate)
				.orElseGet(() -> turn.step().who().stream().map(Who::name).collect(Collectors.joining(", ")));
	}

	private void show(InboxWatch.Seen seen) {
		switch (seen) {
		case InboxWatch.Seen.Read(Inbox inbox) -> {
			table.replace(inbox.all());
			sentence.setText(words.say("inbox.sentence", inbox.mine().size(), inbox.late(), inbox.all().size()));
		}
		case InboxWatch.Seen.Nobody _ -> {
			table.replace(List.of());
			sentence.setText(words.say("inbox.nobody"));
		}
		case InboxWatch.Seen.Unread(String message) -> sentence.setText(words.say("inbox.unread", message));
		}
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
