package id.posko.inventory.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.Export;
import id.posko.inventory.Lists;
import id.posko.inventory.Sentences;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.ui.Ask;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;
import id.posko.ui.table.TableText;
import jakarta.inject.Inject;

/** Importing and exporting the whole list, from wherever it is asked for. */
@Creatable
final class Steps {

	private static final String[] LISTS = { "*.xlsx;*.csv", "*.xlsx", "*.csv" };

	@Inject
	private Look look;
	@Inject
	private Desk desk;
	@Inject
	private Work work;
	@Inject
	private Ask ask;
	@Inject
	private Say say;
	@Inject
	private Shell window;

	void importList() {
		Words words = Words.of(Steps.class, look.locale());
		ask.fileToOpen(window, words.say("import.choose"), LISTS).ifPresent(this::plan);
	}

	/** Reads the file and shows what importing it would do. */
	void plan(Path file) {
		Words words = Words.of(Steps.class, look.locale());
		desk.lists().ifPresent(lists -> work.start(words.say("import.reading", file.getFileName()),
				_ -> lists.plan(file), plan -> new ImportSheet(look, desk).open(window, file, plan), () -> {
				}));
	}

	void exportList() {
		Words words = Words.of(Steps.class, look.locale());
		exporter().ifPresent(lists -> ask
				.fileToSave(window, words.say("export.choose"), words.say("export.name") + ".xlsx", "*.xlsx", "*.csv")
				.ifPresent(file -> export(file, () -> lists.export(desk.by(), file, desk.fleet()), words)));
	}

	/** @param name of the table, the file's at first */
	void exportTable(String name, TableText text) {
		Words words = Words.of(Steps.class, look.locale());
		exporter().ifPresent(lists -> ask.fileToSave(window, words.say("export.choose"), name + ".xlsx", "*.xlsx", "*.csv")
				.ifPresent(file -> export(file, () -> lists.export(desk.by(), file, name, text.titles(), text.rows()), words)));
	}

	/**
	 * Asks for a file and has it written.
	 *
	 * @param written the text that says how much was written where
	 */
	void write(String name, BiFunction<Actor, Path, Export> writing, String written, String... endings) {
		Words words = Words.of(Steps.class, look.locale());
		exporter().flatMap(_ -> ask.fileToSave(window, words.say("export.choose"), name, endings))
				.ifPresent(file -> export(file, () -> writing.apply(desk.by(), file), words, written));
	}

	/** Empty if nobody is signed in who may take it out. */
	private Optional<Lists> exporter() {
		return desk.may(Permission.EXPORT) ? desk.lists() : Optional.empty();
	}

	private void export(Path file, Supplier<Export> writing, Words words) {
		export(file, writing, words, "exported");
	}

	private void export(Path file, Supplier<Export> writing, Words words, String saidKey) {
		work.start(words.say("export.writing", file.getFileName()), _ -> writing.get(), export -> {
			switch (export) {
				case Export.Written written -> {
					String said = words.say(saidKey, written.devices(), file.getFileName());
					say.done(written.leftOut().isEmpty() ? said
							: said + " " + words.say("exported.without", written.leftOut().size()));
				}
				case Export.Refused refused -> say.problem(new Sentences(look.locale()).say(refused.problem()));
			}
		}, () -> {
		});
	}
}
