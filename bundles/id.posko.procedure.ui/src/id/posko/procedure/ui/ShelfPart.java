package id.posko.procedure.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Obstacle;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.ui.Ask;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * The written procedures: those that come along and the office's own. Choosing one shows its steps beside it; it can be
 * started. Own ones are added and removed here.
 */
public final class ShelfPart {

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
	private Label sentence;
	private PushButton begin;
	private Label damaged;
	private Label why;
	private PushButton add;
	private PushButton remove;
	private LiveTable<String, Procedure> table;
	private Optional<Shelf> shelf = Optional.empty();
	private Optional<Desk> desk = Optional.empty();
	private Optional<Actor> actor = Optional.empty();
	private Optional<Inventory> inventory = Optional.empty();

	@PostConstruct
	void build(Composite parent, TableFile file) {
		words = Words.of(ShelfPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.verticalSpacing = 0;
		layout.marginRight = 10;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.WRAP), "shelf.sentence");
		GridData sentenceData = new GridData(SWT.FILL, SWT.CENTER, true, false);
		sentenceData.horizontalIndent = 16;
		sentence.setLayoutData(sentenceData);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		begin = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, Glyph.ADD, words.say("shelf.begin"),
				this::begin), "shelf.begin");
		table = new LiveTable<>(whole, look, "shelf", Procedure::id, List.of(
				Column.<Procedure>text("title", words.say("column.title"), 285, Procedure::title),
				Column.<Procedure>text("source", words.say("column.source"), 90,
						sop -> words.say(isOwn(sop) ? "shelf.own" : "shelf.shipped")).inQuietTone(),
				Column.<Procedure>number("steps", words.say("column.steps"), 90, sop -> OptionalDouble.of(sop.steps().size()),
						sop -> sop.steps().size() + ""),
				Column.<Procedure>text("number", words.say("column.number"), 150, sop -> sop.head().number()).inQuietTone(),
				Column.<Procedure>text("office", words.say("column.office"), 200,
						sop -> sop.head().office().replace('\n', ' ')).inQuietTone()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
		table.setEmptyState(EmptyState.of(Glyph.SIGN, words.say("shelf.empty")));
		table.onExport(text -> file.keep(words.say("shelf.file"), text));
		table.onOpen(_ -> begin());
		table.onSelect(_ -> {
			choose();
			allow();
		});
		Touch.of(table, _ -> choose());
		foot(whole);
		list();
	}

	/** Below the list: what befalls the office's own. */
	private void foot(Composite whole) {
		damaged = Look.named(new Label(whole, SWT.WRAP), "shelf.damaged");
		GridData damagedData = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
		damagedData.horizontalIndent = 16;
		damaged.setLayoutData(damagedData);
		look.paint(damaged, Tone.BAD, Tone.SURFACE);
		Composite foot = new Composite(whole, SWT.NONE);
		look.paint(foot, Tone.TEXT, Tone.SURFACE);
		foot.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 10;
		foot.setLayout(layout);
		add = Look.named(new PushButton(foot, look, PushButton.Weight.NORMAL, Glyph.ADD, words.say("shelf.add"), this::add),
				"shelf.add");
		remove = Look.named(new PushButton(foot, look, PushButton.Weight.NORMAL, Glyph.REMOVE, words.say("shelf.remove"),
				this::remove), "shelf.remove");
		List.of(add, remove).forEach(button -> button.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false)));
		why = Look.named(new Label(foot, SWT.WRAP), "shelf.why");
		why.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(why, Tone.MUTED, Tone.SURFACE);
	}

	private boolean isOwn(Procedure sop) {
		return shelf.filter(here -> here.isOwn(sop.id())).isPresent();
	}

	private void list() {
		table.replace(shelf.map(Shelf::all).orElse(List.of()));
		List<String> bad = shelf.map(Shelf::damaged).orElse(List.of()).stream().map(file -> file.sentence(look.locale())).toList();
		damaged.setText(bad.isEmpty() ? "" : words.say("shelf.damaged", bad.size(), String.join("\n", bad)).replace("&", "&&"));
		show(damaged, !bad.isEmpty());
		allow();
	}

	private static void show(Control control, boolean isShown) {
		control.setVisible(isShown);
		((GridData) control.getLayoutData()).exclude = !isShown;
	}

	@Inject
	void use(@org.eclipse.e4.core.di.annotations.Optional Shelf newShelf,
			@org.eclipse.e4.core.di.annotations.Optional Desk newDesk,
			@org.eclipse.e4.core.di.annotations.Optional Actor newActor,
			@org.eclipse.e4.core.di.annotations.Optional Inventory newInventory) {
		look.later(window, () -> {
			shelf = Optional.ofNullable(newShelf);
			desk = Optional.ofNullable(newDesk);
			actor = Optional.ofNullable(newActor);
			inventory = Optional.ofNullable(newInventory);
			if (sentence != null && !sentence.isDisposed()) {
				list();
			}
		});
	}

	private Optional<Procedure> selected() {
		return Optional.of(table.selection()).filter(rows -> rows.size() == 1).map(List::getFirst);
	}

	private void choose() {
		selected().ifPresent(sop -> application.getContext().set(Chosen.class, new Chosen.OfShelf(sop)));
	}

	private void allow() {
		boolean isHere = desk.isPresent() && actor.isPresent();
		boolean may = actor.filter(by -> by.may(Permission.RUN)).isPresent();
		begin.setEnabled(isHere && may && selected().isPresent());
		sentence.setText(words.say(!isHere ? "shelf.nobody" : !may ? "shelf.not_for_you"
				: selected().isEmpty() ? "shelf.choose" : "shelf.chosen"));
		boolean mayChange = actor.filter(by -> by.may(Permission.PROCEDURES)).isPresent() && shelf.isPresent();
		boolean isOwn = selected().filter(this::isOwn).isPresent();
		show(add, mayChange);
		show(remove, mayChange);
		remove.setEnabled(isOwn);
		why.setText(!isHere ? "" : !mayChange ? new Obstacle.NotAllowed(Permission.PROCEDURES).sentence(look.locale())
				: isOwn || selected().isEmpty() ? "" : words.say("shelf.stays"));
		sentence.getParent().layout(true, true);
	}

	private void add() {
		if (add.isVisible() && shelf.isPresent() && actor.isPresent()) {
			new OwnSheet(window, look).open(shelf.get(), actor.get(), added -> {
				Procedure sop = added.procedure();
				say.done(words.say(added.isNew() ? "shelf.added" : "shelf.replaced", sop.title()));
				list();
				table.filter(sop.title());
				application.getContext().set(Chosen.class, new Chosen.OfShelf(sop));
			});
		}
	}

	private void remove() {
		if (remove.isEnabled() && selected().filter(this::isOwn).isPresent() && actor.isPresent()) {
			Procedure sop = selected().get();
			new Ask(look).confirm(window, words.say("shelf.remove.title"), words.say("shelf.remove.sentence", sop.title()),
					words.say("shelf.remove.do"), () -> remove(shelf.get(), actor.get(), sop));
		}
	}

	private void remove(Shelf from, Actor by, Procedure sop) {
		new Doing(look, words).ask(window, () -> from.remove(by, sop.id()), _ -> {
			say.done(words.say("shelf.removed", sop.title()));
			application.getContext().set(Chosen.class, null);
			table.filter("");
			list();
		}, say::problem);
	}

	private void begin() {
		if (begin.isEnabled() && selected().isPresent() && desk.isPresent() && actor.isPresent()) {
			Procedure sop = selected().get();
			Desk at = desk.get();
			Actor by = actor.get();
			new StartSheet(window, look, sop, inventory.map(Inventory::fleet).orElse(Fleet.EMPTY))
					.open((sheet, matter) -> begin(sheet, at, by, sop, matter));
		}
	}

	private void begin(Sheet sheet, Desk at, Actor by, Procedure sop, Map<Subject, String> matter) {
		sheet.allow(false);
		new Doing(look, words).ask(sheet.shell(), () -> at.start(by, sop, matter), outcome -> {
			sheet.allow(true);
			switch (outcome) {
			case Outcome.Went(Run run) -> {
				sheet.shell().close();
				say.done(words.say("shelf.begun", run.id()));
				parts.showPart("id.posko.procedure.ui.inbox", PartState.ACTIVATE);
				application.getContext().set(Chosen.class, new Chosen.OfRun(run.id()));
			}
			case Outcome.Refused refused -> sheet.complain(refused.sentence(look.locale()));
			}
		}, no -> {
			sheet.allow(true);
			sheet.complain(no);
		});
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
