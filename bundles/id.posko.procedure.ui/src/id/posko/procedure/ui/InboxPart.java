package id.posko.procedure.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
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

	private static final int SHOWN_MILLIS = 600;

	@Inject
	private Look look;
	@Inject
	private EPartService parts;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private Words words;
	private Label sentence;
	private LiveTable<String, Waiting> table;

	/** The run that the page shows. */
	private String chosen = "";
	private Set<String> open = Set.of();

	@PostConstruct
	void build(Composite parent, InboxWatch watch, TableFile file) {
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
		part.getPersistedState().putIfAbsent("sort", "state");
		table = new LiveTable<>(whole, look, "inbox", each -> each.run().id(), List.of(
				Column.mark("state", words.say("column.state"), 150, InboxPart::mark, this::state,
						Comparator.comparing((Waiting each) -> !each.isLate()).thenComparing(each -> !each.isMine())
								.thenComparing(byDue)),
				Column.<Waiting>number("run", words.say("column.run"), 52,
						each -> OptionalDouble.of(Double.parseDouble(each.run().id())), each -> each.run().id()),
				Column.<Waiting>text("title", words.say("column.title"), 190, each -> each.run().procedure().title()),
				Column.<Waiting>text("step", words.say("column.step"), 200,
						each -> each.turn().step().number() + ". " + each.turn().step().activity()),
				Column.<Waiting>text("due", words.say("column.due"), 120, each -> each.clock().due().map(time::format).orElse(""))
						.orderedBy(byDue),
				Column.<Waiting>text("who", words.say("column.who"), 120, each -> whose(each.turn())),
				Column.<Waiting>text("about", words.say("column.about"), 160,
						each -> Matter.said(each.run()))),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.setEmptyState(EmptyState.of(Glyph.SIGN, words.say("inbox.empty"), words.say("inbox.begin"),
				() -> parts.showPart("id.posko.procedure.ui.shelf", PartState.ACTIVATE)));
		table.onExport(text -> file.keep(words.say("inbox.file"), text));
		table.onSelect(rows -> {
			if (rows.size() == 1 && !rows.getFirst().run().id().equals(chosen)) {
				choose(rows.getFirst().run().id());
			}
		});
		Touch.of(table, each -> choose(each.run().id()));
		table.onOpen(each -> {
			choose(each.run().id());
			parts.activate(parts.findPart("id.posko.procedure.ui.steps"), true);
		});
		watch.follow(whole, this::show);
	}

	private void choose(String run) {
		application.getContext().set(Chosen.class, new Chosen.OfRun(run));
	}

	@Inject
	void follow(@Optional Chosen what) {
		if (what instanceof Chosen.OfRun(String run) && !run.equals(chosen)) {
			chosen = run;
			if (table != null) {
				look.later(table.control(), this::select);
			}
		}
	}

	private void select() {
		if (open.contains(chosen) && table.selection().stream().noneMatch(each -> each.run().id().equals(chosen))) {
			table.select(chosen);
		}
	}

	/** Late, waiting for this person, or waiting for somebody else. */
	private static Mark mark(Waiting waiting) {
		return waiting.isLate() ? Mark.BAD : waiting.isMine() ? Mark.WARN : Mark.NONE;
	}

	private String state(Waiting waiting) {
		return words.say(waiting.isLate() ? waiting.isMine() ? "waiting.MINE_LATE" : "waiting.LATE"
				: waiting.isMine() ? "waiting.MINE" : "waiting.OTHERS");
	}

	private static String whose(Turn turn) {
		return turn.doer().or(turn::delegate)
				.orElseGet(() -> turn.step().who().stream().map(Who::name).collect(Collectors.joining(", ")));
	}

	private void show(InboxWatch.Seen seen) {
		switch (seen) {
		case InboxWatch.Seen.Read(Inbox inbox, _, _) -> {
			boolean isNew = !open.contains(chosen);
			open = inbox.all().stream().map(each -> each.run().id()).collect(Collectors.toSet());
			table.replace(inbox.all());
			if (isNew && open.contains(chosen)) {
				table.control().getDisplay().timerExec(SHOWN_MILLIS, this::select); // the table shows it by then
			}
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
