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
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
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

/** The written procedures that the console brings along. Choosing one shows its steps beside it; it can be started. */
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
	private LiveTable<String, Procedure> table;
	private Optional<Desk> desk = Optional.empty();
	private Optional<Actor> actor = Optional.empty();
	private Optional<Inventory> inventory = Optional.empty();

	@PostConstruct
	void build(Composite parent, @org.eclipse.e4.core.di.annotations.Optional Library library, TableFile file) {
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
				Column.<Procedure>text("title", words.say("column.title"), 330, Procedure::title),
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
		table.replace(library == null ? List.of() : library.shipped());
		allow();
	}

	@Inject
	void use(@org.eclipse.e4.core.di.annotations.Optional Desk newDesk,
			@org.eclipse.e4.core.di.annotations.Optional Actor newActor,
			@org.eclipse.e4.core.di.annotations.Optional Inventory newInventory) {
		look.later(window, () -> {
			desk = Optional.ofNullable(newDesk);
			actor = Optional.ofNullable(newActor);
			inventory = Optional.ofNullable(newInventory);
			if (sentence != null && !sentence.isDisposed()) {
				allow();
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
		sentence.getParent().layout();
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
