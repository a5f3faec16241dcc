package id.posko.ticket.ui;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.report.Format;
import id.posko.report.Table;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import id.posko.staff.NotPermitted;
import id.posko.ui.Ask;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;
import id.posko.ui.table.TableText;
import jakarta.inject.Inject;

/** Keeps a table as it is shown in a file that a person chooses, if he may. */
@Creatable
final class TicketFile {

	/** Asked and journalled before anything is written. */
	interface Permit {
		void ask(Path file);
	}

	private sealed interface Kept {
		record Wrote(Writing writing) implements Kept {
		}

		record May(NotPermitted refusal) implements Kept {
		}

		record Unjournalled(String message) implements Kept {
		}
	}

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
	void keep(String name, TableText text, Permit permit) {
		Words words = Words.of(TicketFile.class, look.locale());
		ask.fileToSave(window, words.say("export.choose"), name + ".xlsx", "*.xlsx", "*.csv").ifPresent(chosen -> {
			Path file = Format.ofName(chosen).isPresent() ? chosen : chosen.resolveSibling(chosen.getFileName() + ".xlsx");
			if (!file.equals(chosen) && Files.exists(file)) {
				say.problem(words.say("export.exists", file));
			} else {
				work.start(words.say("export.writing", file.getFileName()), _ -> write(file, name, text, permit),
						kept -> tell(kept, file, words), () -> {
						});
			}
		});
	}

	private static Kept write(Path file, String name, TableText text, Permit permit) {
		try {
			permit.ask(file);
			return new Kept.Wrote(new TableWriter().write(file, Format.ofName(file).orElseThrow(),
					new Table(name, text.titles(), text.rows().iterator())));
		} catch (NotPermitted refusal) {
			return new Kept.May(refusal);
		} catch (UncheckedIOException e) {
			return new Kept.Unjournalled(String.valueOf(e.getMessage()));
		}
	}

	private void tell(Kept kept, Path file, Words words) {
		switch (kept) {
		case Kept.Wrote(Writing.Written(long rows)) -> say.done(words.say("exported", rows, file.getFileName()));
		case Kept.Wrote(Writing.Refused(var fault, _)) ->
			say.problem(words.say("export.refused", file, words.say("fault." + fault.code(), fault.arguments().toArray())));
		case Kept.May(NotPermitted refusal) -> say.problem(refusal.sentence(look.locale()));
		case Kept.Unjournalled(String message) -> say.problem(words.say("list.unread", message));
		}
	}
}
