package id.posko.procedure.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.procedure.StandardTime;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Obstacle;
import id.posko.procedure.desk.Way;
import id.posko.procedure.desk.WorkTime;
import id.posko.procedure.run.Clock;
import id.posko.procedure.run.Turn;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import id.posko.ui.Work;

/** The step that is open: whose it is, its clock, what can be done with it, and why the rest can not. */
final class OpenStep {

	private static final int MARK = 16;

	private final Look look;
	private final Words words;
	private final WorkTime times;
	private final DateTimeFormatter time;
	private final Consumer<Way> act;
	private final Composite whole;
	private final Canvas mark;
	private final Label state;
	private final Label activity;
	private final Label clock;
	private final Label returned;
	private final Composite buttons;
	private final Label why;
	private final Composite running;
	private final Label progress;
	private final Map<Way, PushButton> byWay = new EnumMap<>(Way.class);
	private Mark shownMark = Mark.NONE;
	private List<Object> shownButtons = List.of();
	private boolean isStale;
	private Optional<Work.Piece> piece = Optional.empty();

	OpenStep(Composite parent, Look look, Consumer<Way> act) {
		this.look = look;
		this.act = act;
		words = Words.of(OpenStep.class, look.locale());
		times = new WorkTime(look.locale());
		time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(look.locale())
				.withZone(ZoneId.systemDefault());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.RAISED);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 16;
		layout.marginHeight = 10;
		layout.horizontalSpacing = 10;
		layout.verticalSpacing = 5;
		whole.setLayout(layout);
		mark = new Canvas(whole, SWT.DOUBLE_BUFFERED);
		look.paint(mark, Tone.TEXT, Tone.RAISED);
		mark.addListener(SWT.Paint, event -> {
			Ink ink = new Ink(event.gc, look);
			ink.fill(new Rectangle(0, 0, MARK + 2, MARK + 2), look.color(Tone.RAISED));
			ink.mark(shownMark, 1, 1, MARK);
		});
		GridData markData = new GridData(SWT.CENTER, SWT.TOP, false, false);
		markData.widthHint = markData.heightHint = MARK + 2;
		mark.setLayoutData(markData);
		state = label("open.state", Face.PLAIN, Tone.MUTED, 1);
		Look.spoken(mark, state::getText);
		activity = label("open.activity", Face.BOLD, Tone.TEXT, 2);
		clock = label("open.clock", Face.PLAIN, Tone.TEXT, 2);
		returned = label("open.returned", Face.PLAIN, Tone.CUT, 2);
		buttons = new Composite(whole, SWT.NONE);
		buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		RowLayout row = new RowLayout();
		row.marginLeft = row.marginRight = row.marginTop = row.marginBottom = 0;
		row.spacing = 6;
		buttons.setLayout(row);
		look.paint(buttons, Tone.TEXT, Tone.RAISED);
		running = new Composite(whole, SWT.NONE);
		running.setLayoutData(hidden());
		GridLayout runningLayout = new GridLayout(2, false);
		runningLayout.marginWidth = runningLayout.marginHeight = 0;
		running.setLayout(runningLayout);
		look.paint(running, Tone.TEXT, Tone.RAISED);
		progress = Look.named(new Label(running, SWT.WRAP), "open.progress");
		progress.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(progress, Tone.TEXT, Tone.RAISED);
		Look.named(new PushButton(running, look, PushButton.Weight.NORMAL, null, words.say("open.halt"),
				() -> piece.ifPresent(Work.Piece::stop)).on(Tone.RAISED), "open.halt");
		why = label("open.why", Face.SMALL, Tone.MUTED, 2);
	}

	private static GridData hidden() {
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
		data.exclude = true;
		return data;
	}

	private Label label(String name, Face face, Tone tone, int span) {
		Label label = Look.named(new Label(whole, SWT.WRAP), name);
		label.setFont(look.font(face));
		label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, span, 1));
		look.paint(label, tone, Tone.RAISED);
		return label;
	}

	Composite control() {
		return whole;
	}

	/** Takes no room if there is nothing to show. @return whether it has to be laid out anew */
	boolean show(Optional<RunPage> page, Optional<Work.Piece> doing) {
		piece = doing;
		isStale = false;
		show(whole, page.isPresent());
		page.ifPresent(this::show);
		return isStale;
	}

	private void show(RunPage page) {
		Optional<Turn> open = page.run().open();
		Mark now = open.isEmpty() ? page.run().isStopped() ? Mark.PAUSED : Mark.GOOD
				: page.over().isPresent() ? Mark.BAD : page.may(Way.FINISH) ? Mark.WARN : Mark.NONE;
		if (now != shownMark) {
			shownMark = now;
			mark.redraw();
		}
		say(state, open.map(turn -> state(page, turn))
				.orElseGet(() -> words.say(page.run().isStopped() ? "open.stopped" : "open.over")));
		say(activity, open.map(turn -> turn.step().activity()).orElse(""));
		say(clock, page.clock().map(it -> clock(page, it)).orElse(""));
		clock.setForeground(look.color(page.over().isPresent() ? Tone.BAD : Tone.TEXT));
		clock.setFont(look.font(page.over().isPresent() ? Face.BOLD : Face.PLAIN));
		say(returned, open.isEmpty() ? "" : returned(page.run().turns()));
		buttons(page);
		say(why, open.isPresent() && page.ways().isEmpty() ? words.say("open.nobody") : why(page));
		show(running, piece.isPresent());
		show(buttons, piece.isEmpty() && !page.ways().isEmpty());
		piece.ifPresent(doing -> say(progress,
				words.say("open.running", doing.sentence().isEmpty() ? "…" : doing.sentence())));
	}

	private void show(Control control, boolean isSeen) {
		GridData data = (GridData) control.getLayoutData();
		isStale |= data.exclude == isSeen;
		data.exclude = !isSeen;
		control.setVisible(isSeen);
	}

	private void say(Label label, String text) {
		String written = text.replace("&", "&&");
		if (!written.equals(label.getText())) {
			label.setText(written);
			isStale = true;
		}
		show(label, !text.isEmpty());
	}

	private String state(RunPage page, Turn turn) {
		String who = turn.step().who().stream().map(Who::name).collect(Collectors.joining(", "));
		String whose = turn.doer().map(name -> words.say("open.taken", name))
				.or(() -> turn.delegate().map(name -> words.say("open.delegated", name)))
				.orElseGet(() -> words.say("open.waits", who));
		String approval = turn.step().approval().map(it -> " " + words.say("open.approval", it.word())).orElse("");
		return words.say("open.state", turn.step().number(), page.run().procedure().steps().getLast().number(), whose)
				+ approval;
	}

	/** Why it is open once more. */
	private String returned(List<Turn> turns) {
		return turns.size() > 1 && turns.get(turns.size() - 2) instanceof Turn last && last.state() == Turn.State.GIVEN_BACK
				? words.say("open.returned", last.step().number(), last.doer().orElse(""), last.text()) : "";
	}

	private String clock(RunPage page, Clock clock) {
		String used = times.said(clock.used());
		if (clock.due().isEmpty()) {
			return clock.standard() instanceof StandardTime.Span || clock.standard().written().isBlank()
					|| clock.standard().written().equals("-") ? words.say("open.clock.none", used)
							: words.say("open.clock.free", used, clock.standard().written());
		}
		String due = time.format(clock.due().get());
		return page.over().map(over -> words.say("open.clock.late", times.said(over), used, clock.standard().written(), due))
				.orElseGet(() -> words.say("open.clock.in_time", used, clock.standard().written(), due));
	}

	/** Built anew only when there is something else to press, so that the keyboard stays where it is. */
	private void buttons(RunPage page) {
		Optional<Way> first = page.may(Way.RUN) ? Optional.of(Way.RUN)
				: page.may(Way.FINISH) ? Optional.of(Way.FINISH) : Optional.empty();
		List<Object> needed = List.of(page.run().id(), page.run().turns().size(), page.ways().keySet(), first);
		if (!needed.equals(shownButtons)) {
			shownButtons = needed;
			isStale = true;
			boolean hadFocus = byWay.values().stream().anyMatch(Control::isFocusControl);
			byWay.values().forEach(Control::dispose);
			byWay.clear();
			page.ways().keySet().forEach(way -> byWay.put(way, button(way, page, first)));
			if (hadFocus) {
				page.ways().keySet().stream().filter(page::may).findFirst().map(byWay::get).ifPresent(Control::setFocus);
			}
		}
		byWay.forEach((way, button) -> button.setEnabled(page.may(way)));
	}

	private PushButton button(Way way, RunPage page, Optional<Way> first) {
		Turn turn = page.run().open().orElseThrow();
		return Look.named(new PushButton(buttons, look,
				first.filter(way::equals).isPresent() ? PushButton.Weight.MAIN : PushButton.Weight.NORMAL, null,
				words.say("way." + way, turn.step().returnsTo().orElse(0)), () -> act.accept(way)).on(Tone.RAISED), "way." + way);
	}

	/** Why what is greyed out can not be done: each reason once, with what it stops. */
	private String why(RunPage page) {
		Map<String, List<String>> reasons = new LinkedHashMap<>();
		page.ways().forEach((way, obstacle) -> obstacle.map((Obstacle it) -> it.sentence(look.locale())).ifPresent(
				reason -> reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(words.say("verb." + way))));
		boolean isAll = reasons.size() == 1 && reasons.values().iterator().next().size() == page.ways().size();
		return isAll ? reasons.keySet().iterator().next() : reasons.entrySet().stream()
				.map(each -> words.say("open.why", String.join(", ", each.getValue()), each.getKey()))
				.collect(Collectors.joining(" "));
	}

	/** To what can be done first; false if there is nothing. */
	boolean focus() {
		return byWay.values().stream().filter(Control::isEnabled).findFirst().map(Control::setFocus).orElse(false);
	}
}
