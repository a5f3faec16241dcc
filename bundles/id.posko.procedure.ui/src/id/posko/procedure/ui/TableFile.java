package id.posko.procedure.ui;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.report.Format;
import id.posko.report.Table;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import id.posko.ui.Ask;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;
import id.posko.ui.table.TableText;
import jakarta.inject.Inject;

/** Keeps a table as it is shown in a file that a person chooses. */
@Creatable
final class TableFile {

	@Inject
	private Look look;
	@Inject
	private Ask ask;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private Shell window;

	/** @param name of the table, the file's at first */
	void keep(String name, TableText text) {
		Words words = Words.of(TableFile.class, look.locale());
		ask.fileToSave(window, words.say("export.choose"), name + ".xlsx", "*.xlsx", "*.csv").ifPresent(chosen -> {
			Path file = Format.ofName(chosen).isPresent() ? chosen : chosen.resolveSibling(chosen.getFileName() + ".xlsx");
			if (!file.equals(chosen) && Files.exists(file)) {
				say.problem(words.say("export.exists", file));
			} else {
				work.start(words.say("export.writing", file.getFileName()), _ -> write(file, name, text),
						writing -> tell(writing, file, words), () -> {
						});
			}
		});
	}

	private void tell(Writing writing, Path file, Words words) {
		switch (writing) {
		case Writing.Written(long rows) -> say.done(words.say("exported", rows, file.getFileName()));
		case Writing.Refused(var fault, _) -> say.problem(words.say("export.refused", file, Faults.sentence(fault, words)));
		}
	}

	private static Writing write(Path file, String name, TableText text) {
		return new TableWriter().write(file, Format.ofName(file).orElseThrow(),
				new Table(name, text.titles(), text.rows().iterator()));
	}
}
