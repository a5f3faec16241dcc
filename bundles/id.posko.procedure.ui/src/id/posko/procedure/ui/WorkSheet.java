package id.posko.procedure.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.Words;
import id.posko.procedure.Approval;
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Step;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Task;
import id.posko.procedure.desk.Way;
import id.posko.procedure.desk.Work;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Turn;
import id.posko.staff.Actor;
import id.posko.ui.Face;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** What an officer hands in for the open step: its fields, a note, files, the letter of somebody outside, his password. */
final class WorkSheet {

	private static final int WIDTH = 560;
	private static final int GAP = 10;
	private static final int PARTS_HEIGHT = 84;

	/** What it is opened for: the words on it. */
	interface Handing {
		void in(Sheet sheet, Work work, char[] password);
	}

	private final Look look;
	private final Words words;
	private final Sheet sheet;
	private final Form form;
	private final Map<String, ValueRow> values = new LinkedHashMap<>();
	private final Map<String, FileRow> files = new LinkedHashMap<>();
	private final Form.Field note;
	private Optional<Form.Field> letter = Optional.empty();
	private Optional<Form.Field> letterDate = Optional.empty();
	private Optional<Form.Field> letterFrom = Optional.empty();
	private Optional<Form.Field> password = Optional.empty();

	/** @param way {@link Way#FINISH}, {@link Way#KEEP} or {@link Way#RUN} */
	WorkSheet(Shell window, Look look, RunPage page, Actor by, Way way) {
		this.look = look;
		words = Words.of(WorkSheet.class, look.locale());
		Turn turn = page.run().open().orElseThrow();
		Step step = turn.step();
		sheet = new Sheet(window, look, "work", words.say("work.title." + way, step.number()));
		((GridLayout) sheet.body().getLayout()).verticalSpacing = GAP;
		text(step.activity(), Tone.TEXT);
		parts(step);
		form = new Form(sheet.body(), look, "work");
		form.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		fields(page, turn);
		if (Task.isOutside(step)) {
			letter();
		}
		files.put("", new FileRow(form, "work", "file", words.say("field.file"), look, words, "*.*"));
		note = form.lines("note", words.say("field.note"), "", _ -> Optional.empty());
		if (way != Way.KEEP && Desk.asksPassword(by, step)) {
			password = Optional.of(form.secret("password", words.say("field.password", by.name(),
					step.approval().map(Approval::word).orElse(""))));
		}
	}

	/** Of the step itself, and what its action asks besides. */
	private void fields(RunPage page, Turn turn) {
		SequencedSet<Field> fields = new LinkedHashSet<>();
		if (turn.step().means() instanceof Means.Action action) {
			fields.addAll(action.fields());
		}
		page.asked().stream().map(Asked::field).forEach(fields::add);
		Map<String, String> before = turn.evidence().stream().filter(Evidence.Form.class::isInstance)
				.flatMap(each -> ((Evidence.Form) each).values().entrySet().stream())
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (_, later) -> later));
		int number = 0;
		for (Field field : fields) {
			String key = "field" + number++;
			if (field.kind() == Field.Kind.FILE) {
				files.put(field.name(), new FileRow(form, "work", key, field.name(), look, words, "*.*"));
			} else if (!values.containsKey(field.name())) {
				values.put(field.name(), new ValueRow(form, key, field, before.getOrDefault(field.name(), ""), words));
			}
		}
	}

	private void letter() {
		form.heading(words.say("letter.heading"));
		letter = Optional.of(form.text("letter", words.say("letter.number"), "", _ -> Optional.empty()));
		letterDate = Optional.of(ValueRow.day(form, "date", words.say("letter.date"), "", words));
		letterFrom = Optional.of(form.text("from", words.say("letter.from"), "", _ -> Optional.empty()));
	}

	private void text(String text, Tone tone) {
		Label label = new Label(sheet.body(), SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		label.setFont(look.font(Face.PLAIN));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		label.setLayoutData(data);
		look.paint(label, tone, Tone.SURFACE);
	}

	/** What the SOP words in parts, and why the console cannot do what is done by hand. */
	private void parts(Step step) {
		if (!step.parts().isEmpty()) {
			Text parts = new Text(sheet.body(), SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
			parts.setText(step.parts().stream().map(part -> part.label() + ". " + part.text())
					.collect(Collectors.joining(Text.DELIMITER)));
			GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
			data.widthHint = WIDTH;
			data.heightHint = PARTS_HEIGHT;
			parts.setLayoutData(data);
			look.paint(parts, Tone.MUTED, Tone.SURFACE);
		}
		if (step.means() instanceof Means.ByHand(String reason) && !reason.isEmpty()) {
			text(words.say("work.by_hand", reason), Tone.MUTED);
		}
	}

	/** @param handing closes the sheet when it went, and wipes the password */
	void open(String verb, Handing handing) {
		sheet.open(verb, () -> {
			if (form.isRight()) {
				handing.in(sheet, work(), password.map(Form.Field::text).map(String::toCharArray).orElse(new char[0]));
				password.ifPresent(field -> {
					field.setText("");
					field.control().setFocus();
				});
			}
			return false;
		});
		Control first = values.values().stream().findFirst().map(ValueRow::control).orElse(note.control());
		first.setFocus();
	}

	private Work work() {
		Map<String, String> typed = new HashMap<>();
		values.forEach((name, field) -> typed.put(name, field.text()));
		Map<String, Path> chosen = new HashMap<>();
		files.forEach((name, row) -> row.file().ifPresent(file -> chosen.put(name, file)));
		Optional<Evidence.Letter> told = letterDate.flatMap(field -> Field.date(field.text()))
				.map(day -> new Evidence.Letter(orDash(letter.orElseThrow()), day, orDash(letterFrom.orElseThrow())));
		return new Work(new Answers(typed, chosen), told, note.text());
	}

	private static String orDash(Form.Field field) {
		return field.text().isEmpty() ? "-" : field.text();
	}
}
