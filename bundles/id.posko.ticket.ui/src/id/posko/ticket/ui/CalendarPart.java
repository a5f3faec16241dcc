package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.ticket.CalendarDesk;
import id.posko.ticket.CalendarDraft;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;
import id.posko.ui.Ask;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.UiThread;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import id.posko.ui.table.TableText;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * The office's calendar: its days of a year, what each month works, the week's hours. What is changed is seen at once
 * and kept only when it is saved.
 */
public final class CalendarPart {

	private static final int MOST_LINES = 12;

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;
	@Inject
	private Ask ask;
	@Inject
	private Shell window;
	@Inject
	private MPart part;

	private Words words;
	private Told told;
	private Composite whole;
	private Label sentence;
	private Combo year;
	private PushButton add;
	private PushButton remove;
	private PushButton week;
	private PushButton take;
	private PushButton undo;
	private PushButton save;
	private LiveTable<LocalDate, CalendarLine> days;
	private LiveTable<Integer, MonthLine> months;
	private TicketFile file;
	private volatile CalendarDesk desk;
	private volatile TicketDesk tickets;
	private volatile Actor actor;
	private CalendarDraft draft;

	@PostConstruct
	void build(Composite parent, TicketFile files) {
		words = Words.of(CalendarPart.class, look.locale());
		told = new Told(look.locale());
		file = files;
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 6;
		layout.horizontalSpacing = 0;
		whole.setLayout(layout);
		buildHead();
		part.getPersistedState().putIfAbsent("sort", "day");
		days = new LiveTable<>(whole, look, "calendar.days", CalendarLine::day, CalendarLine.columns(words, look.locale()),
				part.getPersistedState());
		days.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		days.setEmptyState(EmptyState.of(Glyph.CLOCK, words.say("calendar.none")));
		days.onExport(this::export);
		days.onOpen(line -> day(java.util.Optional.of(line)));
		days.onSelected(_ -> allow());
		months = new LiveTable<Integer, MonthLine>(whole, look, "calendar.months", MonthLine::month,
				MonthLine.columns(words, look.locale()), new HashMap<>(Map.of("sort", "month"))).compact();
		GridData monthsData = new GridData(SWT.FILL, SWT.FILL, false, true);
		monthsData.widthHint = 248;
		months.control().setLayoutData(monthsData);
		read();
	}

	private void buildHead() {
		Composite head = new Composite(whole, SWT.NONE);
		head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		look.paint(head, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 12;
		layout.marginHeight = 0;
		head.setLayout(layout);
		year = Look.named(new Combo(head, SWT.READ_ONLY | SWT.DROP_DOWN), "calendar.year");
		year.addListener(SWT.Selection, _ -> show());
		look.paint(year, Tone.TEXT, Tone.SURFACE);
		sentence = Look.named(new Label(head, SWT.WRAP), "calendar.sentence");
		sentence.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		Composite row = new Composite(head, SWT.NONE);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		RowLayout rowLayout = new RowLayout();
		rowLayout.marginLeft = rowLayout.marginTop = rowLayout.marginBottom = 0;
		rowLayout.spacing = 6;
		row.setLayout(rowLayout);
		look.paint(row, Tone.TEXT, Tone.SURFACE);
		add = button(row, Glyph.ADD, "calendar.add", () -> day(java.util.Optional.empty()));
		remove = button(row, Glyph.REMOVE, "calendar.remove", this::remove);
		week = button(row, Glyph.CLOCK, "calendar.week", () -> new WeekSheet(window, look, draft).open(this::change));
		take = button(row, Glyph.IMPORT, "calendar.import",
				() -> new ImportSheet(window, look, ask, draft).open(this::change));
		undo = button(row, Glyph.UNDO, "calendar.undo", () -> change(draft.undone()));
		save = Look.named(new PushButton(row, look, PushButton.Weight.MAIN, null, words.say("calendar.save"), this::preview),
				"calendar.save");
	}

	private PushButton button(Composite row, Glyph glyph, String key, Runnable act) {
		return Look.named(new PushButton(row, look, PushButton.Weight.NORMAL, glyph, words.say(key), act), key);
	}

	@Inject
	void use(@Optional CalendarDesk found) {
		desk = found;
		readAgain();
	}

	@Inject
	void use(@Optional TicketDesk found) {
		tickets = found;
	}

	@Inject
	void use(@Optional Actor somebody) {
		actor = somebody;
		readAgain();
	}

	private void readAgain() {
		if (whole != null) {
			ui.later(whole, this::read);
		}
	}

	private void read() {
		CalendarDesk here = desk;
		if (here == null || actor == null) {
			draft = null;
			show();
			return;
		}
		Thread.ofVirtual().name("calendar").start(() -> {
			try {
				OfficeCalendar calendar = here.calendar();
				ui.later(whole, () -> {
					if (draft == null || !draft.isChanged()) {
						change(CalendarDraft.of(calendar));
					}
				});
			} catch (IOException | UncheckedIOException e) {
				ui.later(whole, () -> sentence.setText(words.say("list.unread", String.valueOf(e.getMessage()))));
			}
		});
	}

	private void change(CalendarDraft next) {
		draft = next;
		years();
		show();
	}

	/** Those of which something is said, and the next two. */
	private void years() {
		int now = LocalDate.ofInstant(Instant.now(), draft.calendar().zone()).getYear();
		TreeSet<Integer> all = new TreeSet<>(List.of(now, now + 1, now + 2));
		draft.calendar().holidays().keySet().forEach(day -> all.add(day.getYear()));
		draft.calendar().special().keySet().forEach(day -> all.add(day.getYear()));
		String[] items = all.stream().map(String::valueOf).toArray(String[]::new);
		if (!List.of(items).equals(List.of(year.getItems()))) {
			String chosen = year.getText().isEmpty() ? now + "" : year.getText();
			year.setItems(items);
			year.select(Math.max(0, year.indexOf(chosen)));
			year.getParent().layout();
		}
	}

	private int year() {
		return Integer.parseInt(year.getText());
	}

	private void show() {
		if (draft == null) {
			days.replace(List.of());
			months.replace(List.of());
			sentence.setText(words.say("list.nobody"));
		} else {
			days.replace(CalendarLine.of(draft.calendar(), year()));
			List<MonthLine> lines = MonthLine.of(draft, year());
			months.replace(lines);
			sentence.setText(words.say(draft.isChanged() ? "calendar.unsaved" : "calendar.sentence", year.getText(),
					lines.stream().mapToInt(MonthLine::days).sum(), told.duration(draft.work(year())),
					draft.added().size() + draft.removed().size()));
		}
		allow();
		whole.layout(true, true);
	}

	private void allow() {
		boolean may = draft != null && actor != null && actor.may(Permission.PROCEDURES, java.util.Optional.empty());
		for (PushButton button : List.of(add, week, take)) {
			button.setEnabled(may);
		}
		remove.setEnabled(may && !days.selection().isEmpty());
		undo.setEnabled(may && draft.canUndo());
		save.setEnabled(may && draft.isChanged());
		year.setEnabled(draft != null);
	}

	private void day(java.util.Optional<CalendarLine> line) {
		if (add.isEnabled()) {
			new DaySheet(window, look, draft, line, year()).open(this::change);
		}
	}

	private void remove() {
		CalendarDraft next = draft;
		for (CalendarLine line : days.selection()) {
			next = next.without(line.day());
		}
		change(next);
	}

	/** What would change, before it does. */
	private void preview() {
		CalendarDraft of = draft;
		TicketDesk here = tickets;
		Thread.ofVirtual().name("calendar").start(() -> {
			try {
				int moved = here == null ? 0 : here.movedBy(of.calendar()).size();
				ui.later(whole, () -> ask(of, moved));
			} catch (IOException | UncheckedIOException e) {
				ui.later(() -> say.problem(words.say("list.unread", String.valueOf(e.getMessage()))));
			}
		});
	}

	private void ask(CalendarDraft of, int moved) {
		StringBuilder text = new StringBuilder(words.say("calendar.hours", year.getText(),
				told.duration(of.workBefore(year())), told.duration(of.work(year()))));
		text.append('\n').append(words.say("calendar.moved", moved)).append("\n\n");
		lines(text, "−  ", of.removed());
		lines(text, "+  ", of.added());
		ask.confirm(window, words.say("calendar.save.ask"), text.toString().strip(), words.say("calendar.save.do"),
				() -> keep(of.kept(), of.calendar(), true));
	}

	private void lines(StringBuilder text, String sign, List<String> lines) {
		lines.stream().limit(MOST_LINES).forEach(line -> text.append(sign).append(line.replace("&", "&&")).append('\n'));
		if (lines.size() > MOST_LINES) {
			text.append(words.say("calendar.more", lines.size() - MOST_LINES)).append('\n');
		}
	}

	private void keep(OfficeCalendar seen, OfficeCalendar next, boolean canUndo) {
		CalendarDesk here = desk;
		Actor who = actor;
		if (here == null || who == null) {
			return;
		}
		Thread.ofVirtual().name("calendar").start(() -> {
			try {
				boolean isKept = here.keep(who, seen, next);
				ui.later(whole, () -> kept(isKept, seen, next, canUndo));
			} catch (IOException | UncheckedIOException e) {
				ui.later(() -> say.problem(words.say("list.unread", String.valueOf(e.getMessage()))));
			} catch (NotPermitted e) {
				ui.later(() -> say.problem(e.sentence(look.locale())));
			}
		});
	}

	private void kept(boolean isKept, OfficeCalendar seen, OfficeCalendar next, boolean canUndo) {
		if (!isKept) {
			say.problem(words.say("calendar.overtaken"));
		} else if (canUndo) {
			say.done(words.say("calendar.kept"), words.say("calendar.back"), () -> keep(next, seen, false));
		} else {
			say.done(words.say("calendar.kept.back"));
		}
		draft = null;
		read();
	}

	private void export(TableText text) {
		CalendarDesk here = desk;
		Actor who = actor;
		if (here != null && who != null) {
			file.keep(words.say("calendar.name"), text, (Path to) -> here.export(who, to.toString()));
		}
	}

	@Focus
	void focus() {
		days.table().setFocus();
	}
}
