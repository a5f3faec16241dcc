package id.posko.procedure.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Obstacle;
import id.posko.procedure.desk.Way;
import id.posko.procedure.desk.WorkTime;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.staff.Staff;
import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The page of what is chosen: a run with the step that is open, what can be done with it, and every time that a step was
 * open; or the steps of a written procedure.
 */
public final class StepsPart {

	/** Where another slice puts a run's number. */
	private static final String RUN = "id.posko.procedure.run";
	private static final int MILLIS = 3000;
	private static final int QUICK_MILLIS = 400;

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Work work;
	@Inject
	private Shell window;
	@Inject
	private MPart part;
	@Inject
	private MApplication application;

	/** What the console does now, by the run's number. */
	private final Map<String, Work.Piece> pieces = new HashMap<>();
	private final Runnable tick = this::every;
	private Words words;
	private Doing doing;
	private WorkTime times;
	private Label title;
	private Label about;
	private OpenStep open;
	private PushButton paper;
	private LiveTable<Integer, StepLine> table;
	private Optional<Desk> desk = Optional.empty();
	private Optional<Staff> staff = Optional.empty();
	private Optional<Actor> actor = Optional.empty();
	private Optional<Chosen> chosen = Optional.empty();
	private Optional<RunPage> shown = Optional.empty();

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(StepsPart.class, look.locale());
		doing = new Doing(look, words);
		times = new WorkTime(look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.verticalSpacing = 0;
		whole.setLayout(layout);
		title = label(whole, "steps.title", Face.BOLD, Tone.TEXT);
		about = label(whole, "steps.about", Face.PLAIN, Tone.MUTED);
		open = new OpenStep(whole, look, this::act);
		GridData openData = new GridData(SWT.FILL, SWT.TOP, true, false);
		openData.verticalIndent = 6;
		open.control().setLayoutData(openData);
		table(whole, file);
		open.show(Optional.empty(), Optional.empty());
		every();
	}

	private void table(Composite whole, TableFile file) {
		part.getPersistedState().putIfAbsent("sort", "number");
		table = new LiveTable<>(whole, look, "steps", StepLine::place, List.of(
				Column.<StepLine>text("number", words.say("column.number.step"), 62, line -> line.step().number() + "")
						.orderedBy(Comparator.comparingInt(StepLine::place)),
				Column.mark("state", words.say("column.state"), 155, StepLine::mark, line -> line.said(words),
						Comparator.comparingInt(StepLine::place)),
				Column.<StepLine>text("activity", words.say("column.activity"), 200, line -> line.step().activity()),
				Column.<StepLine>text("who", words.say("column.who"), 105, StepLine::who),
				Column.<StepLine>text("standard", words.say("column.standard"), 122, StepLine::standard),
				Column.<StepLine>text("used", words.say("column.used"), 110, line -> line.used().map(times::said).orElse(""))
						.orderedBy(Comparator.comparing(line -> line.used().orElse(Duration.ZERO))),
				Column.<StepLine>text("text", words.say("column.text"), 220, line -> line.turn().map(Turn::text).orElse("")),
				Column.<StepLine>text("output", words.say("column.output"), 180, line -> line.step().output()).inQuietTone()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.setEmptyState(EmptyState.of(Glyph.SIGN, words.say("steps.empty")));
		table.onOpen(line -> new TurnSheet(window, look, line).open(desk, actor, shown.map(RunPage::run), say));
		table.onExport(text -> file.keep(words.say("steps.file"), text));
		paper = Look.named(new PushButton(table.tools(), look, PushButton.Weight.TOOL, Glyph.PRINTER,
				words.say("steps.paper"), this::paper), "steps.paper");
	}

	private Label label(Composite whole, String name, Face face, Tone tone) {
		Label label = Look.named(new Label(whole, SWT.WRAP), name);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.horizontalIndent = 16;
		label.setLayoutData(data);
		label.setFont(look.font(face));
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	@Inject
	void use(@org.eclipse.e4.core.di.annotations.Optional Desk newDesk,
			@org.eclipse.e4.core.di.annotations.Optional Staff newStaff,
			@org.eclipse.e4.core.di.annotations.Optional Actor newActor) {
		look.later(window, () -> {
			desk = Optional.ofNullable(newDesk);
			staff = Optional.ofNullable(newStaff);
			actor = Optional.ofNullable(newActor);
			read();
		});
	}

	@Inject
	void show(@org.eclipse.e4.core.di.annotations.Optional Chosen what) {
		look.later(window, () -> {
			if (table != null && !title.isDisposed() && !chosen.equals(Optional.ofNullable(what))) {
				table.filter(""); // it was typed for another run
			}
			chosen = Optional.ofNullable(what);
			read();
		});
	}

	/** A run that another slice names by its number, once. */
	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional @Named(RUN) String run) {
		if (run != null) {
			look.later(window, () -> {
				application.getContext().set(RUN, null);
				application.getContext().set(Chosen.class, new Chosen.OfRun(run));
			});
		}
	}

	/** A run's clocks go on, and somebody else may move it. */
	private void every() {
		if (!title.isDisposed()) {
			if (title.isVisible()) {
				read();
			}
			title.getDisplay().timerExec(pieces.isEmpty() ? MILLIS : QUICK_MILLIS, tick);
		}
	}

	private void read() {
		if (table == null || title.isDisposed()) {
			return;
		}
		switch (chosen.orElse(null)) {
		case null -> show(Optional.empty(), "", "", List.of());
		case Chosen.OfShelf(var sop) -> show(Optional.empty(), sop.title(), sop.head().number(), StepLine.of(sop));
		case Chosen.OfRun(String id) -> desk.ifPresent(from -> {
			Optional<Actor> by = actor;
			doing.ask(title, () -> page(from, by, id), page -> page.filter(it -> isChosen(it.run().id())).ifPresent(this::show),
					no -> title.setText(no));
		});
		}
	}

	private static Optional<RunPage> page(Desk desk, Optional<Actor> by, String id) throws IOException {
		Optional<Run> run = desk.find(id);
		return run.isEmpty() ? Optional.empty() : Optional.of(RunPage.of(desk, by, run.get()));
	}

	private boolean isChosen(String run) {
		return chosen.filter(what -> what instanceof Chosen.OfRun(String id) && id.equals(run)).isPresent();
	}

	private void show(RunPage page) {
		Run run = page.run();
		String matter = String.join("; ", run.matter().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.map(each -> each.getKey().title(look.locale()) + ": " + each.getValue()).toList());
		show(Optional.of(page), words.say("steps.run", run.id(), run.procedure().title()), matter, page.lines());
	}

	private void show(Optional<RunPage> page, String heading, String below, List<StepLine> lines) {
		shown = page;
		paper.setVisible(page.isPresent());
		table.replace(lines);
		boolean isStale = set(title, heading) | set(about, below)
				| open.show(page, page.map(it -> pieces.get(it.run().id())));
		if (isStale) {
			title.getParent().layout(true, true);
		}
	}

	private static boolean set(Label label, String text) {
		String written = text.replace("&", "&&").replace('\n', ' ');
		boolean isNew = !written.equals(label.getText());
		if (isNew) {
			label.setText(written);
			((GridData) label.getLayoutData()).exclude = text.isEmpty();
			label.setVisible(!text.isEmpty());
		}
		return isNew;
	}

	private void paper() {
		if (actor.filter(by -> !by.may(Permission.EXPORT)).isPresent()) {
			say.problem(new Obstacle.NotAllowed(Permission.EXPORT).sentence(look.locale()));
		} else if (shown.isPresent() && desk.isPresent() && actor.isPresent()) {
			new PaperSheet(window, look, shown.get().run()).open(desk.get(), actor.get(), say);
		}
	}

	private void act(Way way) {
		if (shown.filter(page -> page.may(way)).isPresent() && desk.isPresent() && actor.isPresent() && staff.isPresent()) {
			RunPage page = shown.get();
			Desk at = desk.get();
			Actor by = actor.get();
			StepActs acts = new StepActs(window, look, words, say, at, by, page, this::read);
			switch (way) {
			case TAKE -> acts.take(title);
			case RUN -> acts.run(work, piece -> {
				if (piece.isPresent()) {
					pieces.put(page.run().id(), piece.get());
					title.getDisplay().timerExec(QUICK_MILLIS, tick);
				} else {
					pieces.remove(page.run().id());
				}
				read();
			});
			case FINISH -> acts.finish();
			case KEEP -> acts.keep();
			case GIVE_BACK, PASS_OVER, RECEIVE, APPOINT, DELEGATE, STOP -> {
				Staff from = staff.get();
				doing.ask(title, () -> accounts(from), people -> acts.open(way, people), say::problem);
			}
			}
		}
	}

	/** Who can be named; blocks. */
	private static List<Account> accounts(Staff from) {
		try {
			return from.all().stream().filter(Account::active).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Focus
	void focus() {
		if (!open.focus()) {
			table.table().setFocus();
		}
	}
}
