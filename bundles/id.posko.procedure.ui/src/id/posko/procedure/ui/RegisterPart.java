package id.posko.procedure.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.WorkTime;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Say;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Every run that was ever begun, also those that are over: the office's register. */
public final class RegisterPart {

	private static final int MILLIS = 5000;

	/** @param took working time from its beginning to its end, or until now */
	private record Entry(String id, String title, String about, String by, Instant begun, String state, Duration took,
			int returns) {
	}

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Shell window;
	@Inject
	private MApplication application;
	@Inject
	private EPartService parts;
	@Inject
	private MPart part;

	private Words words;
	private LiveTable<String, Entry> table;
	private Optional<Desk> desk = Optional.empty();
	private String chosen = "";

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(RegisterPart.class, look.locale());
		WorkTime times = new WorkTime(look.locale());
		parent.setLayout(new FillLayout());
		DateTimeFormatter day = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(look.locale())
				.withZone(ZoneId.systemDefault());
		part.getPersistedState().putIfAbsent("sort", "-run");
		table = new LiveTable<>(parent, look, "register", Entry::id, List.of(
				Column.<Entry>number("run", words.say("column.run"), 62, each -> OptionalDouble.of(Double.parseDouble(each.id())),
						Entry::id),
				Column.mark("state", words.say("column.state"), 120, RegisterPart::mark,
						each -> words.say("register." + each.state()), Comparator.comparing(Entry::state)),
				Column.<Entry>text("title", words.say("column.title"), 190, Entry::title),
				Column.<Entry>text("about", words.say("column.about"), 190, Entry::about),
				Column.<Entry>text("begun", words.say("column.begun"), 145, each -> day.format(each.begun()))
						.orderedBy(Comparator.comparing(Entry::begun)),
				Column.<Entry>text("by", words.say("column.by"), 90, Entry::by),
				Column.<Entry>text("took", words.say("column.used"), 110, each -> times.said(each.took()))
						.orderedBy(Comparator.comparing(Entry::took)),
				Column.<Entry>number("returns", words.say("column.returns"), 90, each -> OptionalDouble.of(each.returns()),
						each -> each.returns() + "").inQuietTone()),
				part.getPersistedState());
		table.setEmptyState(EmptyState.of(Glyph.LIST, words.say("register.empty")));
		table.onExport(text -> file.keep(words.say("register.file"), text));
		table.onSelect(rows -> {
			if (rows.size() == 1 && !rows.getFirst().id().equals(chosen)) {
				choose(rows.getFirst());
			}
		});
		Touch.of(table, this::choose);
		table.onOpen(_ -> parts.activate(parts.findPart("id.posko.procedure.ui.steps"), true));
		every();
	}

	private static Mark mark(Entry entry) {
		return switch (entry.state()) {
		case "over" -> Mark.GOOD;
		case "stopped" -> Mark.PAUSED;
		default -> Mark.NONE;
		};
	}

	@Inject
	void use(@org.eclipse.e4.core.di.annotations.Optional Desk newDesk) {
		look.later(window, () -> {
			desk = Optional.ofNullable(newDesk);
			if (table != null && !table.control().isDisposed()) {
				read();
			}
		});
	}

	private void read() {
		desk.ifPresent(from -> new Doing(look, words).ask(table.control(), () -> entries(from), table::replace,
				say::problem));
	}

	private void every() {
		if (!table.control().isDisposed()) {
			if (table.control().isVisible()) {
				read();
			}
			table.control().getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private static List<Entry> entries(Desk from) throws IOException {
		OfficeTime office = from.office();
		Instant now = from.now();
		List<Entry> all = new ArrayList<>();
		for (Run run : from.all()) {
			Instant end = run.turns().getLast().closed().orElse(now);
			all.add(new Entry(run.id(), run.procedure().title(), Matter.said(run),
					run.startedBy(), run.startedAt(), run.isStopped() ? "stopped" : run.isOver() ? "over" : "open",
					office.between(run.startedAt(), end),
					(int) run.turns().stream().filter(turn -> turn.state() == Turn.State.GIVEN_BACK).count()));
		}
		return all;
	}

	private void choose(Entry entry) {
		chosen = entry.id();
		application.getContext().set(Chosen.class, new Chosen.OfRun(chosen));
	}

	@Focus
	void focus() {
		read();
		table.table().setFocus();
	}
}
