package id.posko.procedure.ui;

import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.file.Library;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The written procedures that the console brings along. Choosing one shows its steps beside it. */
public final class ShelfPart {

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;

	private LiveTable<String, Procedure> table;

	@PostConstruct
	void build(Composite parent, @Optional Library library) {
		Words words = Words.of(ShelfPart.class, look.locale());
		parent.setLayout(new FillLayout());
		table = new LiveTable<>(parent, look, "shelf", Procedure::id, List.of(
				Column.<Procedure>text("title", words.say("column.title"), 330, Procedure::title),
				Column.<Procedure>number("steps", words.say("column.steps"), 70, sop -> OptionalDouble.of(sop.steps().size()),
						sop -> sop.steps().size() + ""),
				Column.<Procedure>text("number", words.say("column.number"), 150, sop -> sop.head().number()).inQuietTone(),
				Column.<Procedure>text("office", words.say("column.office"), 200,
						sop -> sop.head().office().replace('\n', ' ')).inQuietTone()),
				part.getPersistedState());
		table.setEmptyState(EmptyState.of(Glyph.SIGN, words.say("shelf.empty")));
		table.onSelect(rows -> {
			if (rows.size() == 1) {
				application.getContext().set(Chosen.class, new Chosen.OfShelf(rows.getFirst()));
			}
		});
		table.replace(library == null ? List.of() : library.shipped());
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
