package id.posko.procedure.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.Words;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.file.Problem;
import id.posko.staff.Actor;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** Takes in a procedure of the office's own; what is wrong with its file stands below, line by line, to be mended. */
final class OwnSheet {

	private static final int WIDTH = 560;
	private static final int HEIGHT = 150;
	private static final int GAP = 10;

	private final Shell window;
	private final Look look;
	private final Words words;
	private final Sheet sheet;
	private final FileRow file;
	private final Text report;

	OwnSheet(Shell window, Look look) {
		this.window = window;
		this.look = look;
		words = Words.of(OwnSheet.class, look.locale());
		sheet = sheet("own", words.say("own.title"), words.say("own.sentence"));
		Form form = new Form(sheet.body(), look, "own");
		form.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		file = new FileRow(form, "own", "file", words.say("own.file"), look, words, "*.xlsx;*.csv;*.yaml;*.yml");
		report = report(sheet, "own.report");
		show(List.of());
	}

	private Sheet sheet(String name, String title, String sentence) {
		Sheet made = new Sheet(window, look, name, title);
		((GridLayout) made.body().getLayout()).verticalSpacing = GAP;
		Label label = new Label(made.body(), SWT.WRAP);
		label.setText(sentence.replace("&", "&&"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		label.setLayoutData(data);
		look.paint(label, Tone.MUTED, Tone.SURFACE);
		return made;
	}

	private Text report(Sheet on, String name) {
		Text lines = Look.named(new Text(on.body(), SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), name);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		data.heightHint = HEIGHT;
		lines.setLayoutData(data);
		look.paint(lines, Tone.TEXT, Tone.SURFACE);
		lines.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		return lines;
	}

	private void show(List<String> sentences) {
		report.setText(String.join(Text.DELIMITER, sentences));
		report.setVisible(!sentences.isEmpty());
		((GridData) report.getLayoutData()).exclude = sentences.isEmpty();
	}

	/** @param then told of what was taken in, when the sheet has closed */
	void open(Shelf shelf, Actor by, Consumer<Shelf.Adding.Added> then) {
		sheet.open(words.say("own.add"), () -> {
			Optional<Path> chosen = file.file();
			if (chosen.isEmpty()) {
				return sheet.complain(words.say("own.none"));
			}
			sheet.allow(false);
			new Doing(look, words).ask(sheet.shell(), () -> shelf.add(by, chosen.get()), adding -> tell(adding, then), no -> {
				sheet.allow(true);
				sheet.complain(no);
			});
			return false;
		});
	}

	private void tell(Shelf.Adding adding, Consumer<Shelf.Adding.Added> then) {
		switch (adding) {
		case Shelf.Adding.Added added -> {
			sheet.shell().close();
			then.accept(added);
			if (!added.notices().isEmpty()) {
				tell(added);
			}
		}
		case Shelf.Adding.Refused(List<Problem> problems) -> {
			sheet.allow(true);
			show(problems.stream().map(problem -> problem.sentence(look.locale())).toList());
			sheet.complain(words.say("own.refused", problems.size()));
		}
		}
	}

	/** What is odd about it, after it was taken in all the same. */
	private void tell(Shelf.Adding.Added added) {
		Sheet notices = sheet("notices", words.say("notices.title"), added.procedure().title());
		report(notices, "notices.report").setText(added.notices().stream()
				.map(notice -> notice.sentence(look.locale())).collect(Collectors.joining(Text.DELIMITER)));
		notices.open(words.say("turn.close"));
	}
}
