package id.posko.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Labelled fields below each other; what is wrong with a field stands under it. UI thread only. */
public final class Form {

	private static final int FIELD_WIDTH = 320;
	private static final int LINES_HEIGHT = 54;
	private static final int HEADING_GAP = 12;

	private final Composite whole;
	private final Look look;
	private final String name;
	private final List<Field> fields = new ArrayList<>();

	/** One field; its text is trimmed. */
	public final class Field {

		private final Control control;
		private final Supplier<String> text;
		private final Label gap;
		private final Label wrong;
		private final Function<String, Optional<String>> check;

		private Field(Control control, Supplier<String> text, Function<String, Optional<String>> check) {
			this.control = control;
			this.text = text;
			this.check = check;
			gap = new Label(whole, SWT.NONE);
			gap.setLayoutData(hidden());
			look.paint(gap, Tone.BAD, Tone.SURFACE);
			wrong = new Label(whole, SWT.WRAP);
			look.paint(wrong, Tone.BAD, Tone.SURFACE);
			GridData data = hidden();
			data.widthHint = FIELD_WIDTH;
			wrong.setLayoutData(data);
			control.addListener(SWT.Modify, _ -> say(Optional.empty()));
			control.addListener(SWT.FocusOut, _ -> check());
			fields.add(this);
		}

		private static GridData hidden() {
			GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
			data.exclude = true;
			return data;
		}

		public String text() {
			return text.get().strip();
		}

		/** Whether it is ticked. */
		public boolean isOn() {
			return ((Button) control).getSelection();
		}

		public int choice() {
			return ((Combo) control).getSelectionIndex();
		}

		public void choose(int index) {
			((Combo) control).select(index);
		}

		public void setText(String text) {
			if (control instanceof Combo combo) {
				combo.setText(text);
			} else {
				((Text) control).setText(text);
			}
		}

		/** Stands in a line of text while that is empty. */
		public void setHint(String hint) {
			((Text) control).setMessage(hint);
		}

		public Control control() {
			return control;
		}

		private boolean check() {
			Optional<String> fault = check.apply(text());
			say(fault);
			return fault.isEmpty();
		}

		/** Says what is wrong with it, or that nothing is. */
		public void say(Optional<String> fault) {
			GridData data = (GridData) wrong.getLayoutData();
			if (data.exclude != fault.isEmpty() || !wrong.getText().equals(fault.orElse(""))) {
				wrong.setText(fault.orElse(""));
				wrong.setVisible(fault.isPresent());
				gap.setVisible(fault.isPresent());
				data.exclude = fault.isEmpty();
				((GridData) gap.getLayoutData()).exclude = fault.isEmpty();
				whole.getShell().layout(true, true);
				int needed = whole.getShell().computeSize(whole.getShell().getSize().x, SWT.DEFAULT).y;
				if (needed > whole.getShell().getSize().y) {
					whole.getShell().setSize(whole.getShell().getSize().x, needed);
				}
			}
		}
	}

	public Form(Composite parent, Look look, String name) {
		this.look = look;
		this.name = name;
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.horizontalSpacing = 14;
		layout.verticalSpacing = 8;
		whole.setLayout(layout);
	}

	public Composite control() {
		return whole;
	}

	/** What the fields below are about. */
	public void heading(String text) {
		Label heading = new Label(whole, SWT.NONE);
		heading.setText(text);
		heading.setFont(look.font(Face.BOLD));
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
		data.verticalIndent = whole.getChildren().length > 1 ? HEADING_GAP : 0;
		heading.setLayoutData(data);
		look.paint(heading, Tone.TEXT, Tone.SURFACE);
	}

	/** A line of text. @param check says what is wrong with it */
	public Field text(String key, String label, String text, Function<String, Optional<String>> check) {
		label(label);
		Text field = new Text(whole, SWT.BORDER | SWT.SINGLE);
		field.setText(text);
		return field(key, field, check);
	}

	/** A number, which stands to the right. */
	public Field number(String key, String label, String text, Function<String, Optional<String>> check) {
		label(label);
		Text field = new Text(whole, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
		field.setText(text);
		return field(key, field, check);
	}

	/** Several lines of text; Tab leads on. */
	public Field lines(String key, String label, String text, Function<String, Optional<String>> check) {
		((GridData) label(label).getLayoutData()).verticalAlignment = SWT.TOP;
		Text field = new Text(whole, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
		field.setText(text);
		field.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		Field made = field(key, field, check);
		((GridData) field.getLayoutData()).heightHint = LINES_HEIGHT;
		return made;
	}

	/** Yes or no. */
	public Field tick(String key, String label, boolean isOn) {
		label("");
		Button field = new Button(whole, SWT.CHECK);
		field.setText(label.replace("&", "&&"));
		field.setSelection(isOn);
		return field(key, field, _ -> Optional.empty());
	}

	/**
	 * A day, typed or chosen in a calendar.
	 *
	 * @param read the day that was typed, at which the calendar opens
	 * @param written a day of the calendar as a person types it
	 */
	public Field day(String key, String label, String text, Function<String, Optional<LocalDate>> read,
			Function<LocalDate, String> written, Function<String, Optional<String>> check) {
		label(label);
		Composite row = row();
		Text field = new Text(row, SWT.BORDER | SWT.SINGLE);
		field.setText(text);
		Field made = field(key, field, check);
		Look.named(PushButton.icon(row, look, Glyph.CALENDAR, look.say("form.calendar"), () -> calendar(key, label,
				read.apply(made.text()), day -> field.setText(written.apply(day)))), name + "." + key + ".calendar");
		return made;
	}

	private void calendar(String key, String label, Optional<LocalDate> shown, Consumer<LocalDate> chosen) {
		Sheet sheet = new Sheet(whole.getShell(), look, name + "." + key + ".day", label);
		DateTime days = Look.named(new DateTime(sheet.body(), SWT.CALENDAR), name + "." + key + ".days");
		days.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
		shown.ifPresent(day -> days.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth()));
		sheet.open(look.say("form.choose"), () -> {
			chosen.accept(LocalDate.of(days.getYear(), days.getMonth() + 1, days.getDay()));
			return true;
		});
	}

	/** One of several, and what there is to say of it; its text is the choice, and what is said behind a colon. */
	public Field choice(String key, String label, List<String> choices, int chosen, String said,
			Function<String, Optional<String>> check) {
		label(label);
		Composite row = row();
		Combo combo = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setItems(choices.toArray(String[]::new));
		combo.select(chosen);
		Text more = Look.named(new Text(row, SWT.BORDER | SWT.SINGLE), name + "." + key + ".said");
		more.setText(said);
		more.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(more, Tone.TEXT, Tone.SURFACE);
		Field made = new Field(Look.named(combo, name + "." + key),
				() -> more.getText().isBlank() ? combo.getText() : combo.getText() + ": " + more.getText(), check);
		look.paint(combo, Tone.TEXT, Tone.SURFACE);
		more.addListener(SWT.Modify, _ -> made.say(Optional.empty()));
		more.addListener(SWT.FocusOut, _ -> made.check());
		return made;
	}

	/** Two controls beside each other in the place of one. */
	private Composite row() {
		Composite row = new Composite(whole, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		row.setLayout(layout);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.widthHint = FIELD_WIDTH;
		row.setLayoutData(data);
		look.paint(row, Tone.TEXT, Tone.SURFACE);
		return row;
	}

	/** A line of text that is not shown. */
	public Field secret(String key, String label) {
		label(label);
		Text field = new Text(whole, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
		return field(key, field, _ -> Optional.empty());
	}

	/** One of several; the index of the chosen one is {@link Field#choice}. */
	public Field choice(String key, String label, List<String> choices, int chosen) {
		label(label);
		Combo field = new Combo(whole, SWT.READ_ONLY | SWT.DROP_DOWN);
		field.setItems(choices.toArray(String[]::new));
		field.setVisibleItemCount(15);
		field.select(chosen);
		return field(key, field, _ -> Optional.empty());
	}

	private Label label(String text) {
		Label label = new Label(whole, SWT.NONE);
		label.setText(text);
		label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
		look.paint(label, Tone.MUTED, Tone.SURFACE);
		return label;
	}

	private Field field(String key, Control control, Function<String, Optional<String>> check) {
		Look.named(control, name + "." + key);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.widthHint = FIELD_WIDTH;
		control.setLayoutData(data);
		look.paint(control, Tone.TEXT, Tone.SURFACE);
		return new Field(control, () -> switch (control) {
		case Combo combo -> combo.getText();
		case Text line -> line.getText();
		default -> "";
		}, check);
	}

	/** Checks all fields, says what is wrong with each, and goes to the first wrong one. */
	public boolean isRight() {
		List<Field> wrong = fields.stream().filter(field -> !field.check()).toList();
		wrong.stream().findFirst().ifPresent(field -> field.control.setFocus());
		return wrong.isEmpty();
	}
}
