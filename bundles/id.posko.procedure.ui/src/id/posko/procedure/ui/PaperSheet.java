package id.posko.procedure.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.RunSheet;
import id.posko.procedure.desk.RunTable;
import id.posko.procedure.run.Run;
import id.posko.report.DocumentWriter;
import id.posko.report.Format;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import id.posko.staff.Actor;
import id.posko.ui.Ask;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** Where the sheet of a run is written to: DOCX to be signed, XLSX or CSV as a table. */
final class PaperSheet {

	private static final int GAP = 10;

	private final Look look;
	private final Words words;
	private final Run run;
	private final Sheet sheet;
	private final Form.Field field;
	/** That it may be written over was asked by the system. */
	private Optional<Path> agreed = Optional.empty();

	PaperSheet(Shell window, Look look, Run run) {
		this.look = look;
		this.run = run;
		words = Words.of(PaperSheet.class, look.locale());
		sheet = new Sheet(window, look, "paper", words.say("paper.title", run.id()));
		((GridLayout) sheet.body().getLayout()).verticalSpacing = GAP;
		Form form = new Form(sheet.body(), look, "paper");
		form.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		String name = words.say("paper.file", run.id(), run.procedure().id()) + ".docx";
		field = form.text("file", words.say("paper.to"), Path.of(System.getProperty("user.home"), name).toString(),
				text -> text.isEmpty() ? Optional.of(words.say("file.bad", text)) : Optional.empty());
		Label hint = new Label(form.control(), SWT.NONE);
		look.paint(hint, Tone.MUTED, Tone.SURFACE);
		PushButton choose = Look.named(new PushButton(form.control(), look, PushButton.Weight.NORMAL, null,
				words.say("file.choose"), () -> new Ask(look).fileToSave(sheet.shell(), words.say("paper.title", run.id()),
						name, "*.docx", "*.xlsx", "*.csv").ifPresent(this::agree)), "paper.choose");
		choose.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
		Label kinds = new Label(sheet.body(), SWT.WRAP);
		kinds.setText(words.say("paper.kinds"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = 460;
		kinds.setLayoutData(data);
		look.paint(kinds, Tone.MUTED, Tone.SURFACE);
	}

	private void agree(Path file) {
		agreed = Optional.of(file);
		field.setText(file.toString());
	}

	private static boolean isPaper(Path file) {
		return file.toString().toLowerCase(Locale.ROOT).endsWith(".docx");
	}

	private static boolean isNamed(Path file) {
		return isPaper(file) || Format.ofName(file).isPresent();
	}

	void open(Desk desk, Actor by, Say say) {
		sheet.open(words.say("do.paper"), () -> {
			Optional<Path> file = FileRow.path(field.text());
			if (file.filter(PaperSheet::isNamed).isEmpty()) {
				return sheet.complain(words.say("paper.ending"));
			}
			if (!file.equals(agreed) && Files.exists(file.get())) {
				return sheet.complain(words.say("export.exists", file.get()));
			}
			sheet.allow(false);
			new Doing(look, words).ask(sheet.shell(), () -> write(desk, by, file.get()), writing -> {
				sheet.allow(true);
				switch (writing) {
				case Writing.Written _ -> {
					sheet.shell().close();
					say.done(words.say("paper.written", run.id(), file.get()));
				}
				case Writing.Refused(var fault, _) ->
					sheet.complain(words.say("export.refused", file.get(), Faults.sentence(fault, words)));
				}
			}, no -> {
				sheet.allow(true);
				sheet.complain(no);
			});
			return false;
		});
	}

	private Writing write(Desk desk, Actor by, Path file) throws IOException {
		Run now = desk.find(run.id()).orElse(run);
		Locale locale = look.locale();
		return isPaper(file)
				? new DocumentWriter().write(file, desk.paper(by, now, new RunSheet(locale, ZoneId.systemDefault())))
				: new TableWriter().write(file, Format.ofName(file).orElseThrow(),
						desk.sheet(by, now, new RunTable(locale, ZoneId.systemDefault())));
	}
}
