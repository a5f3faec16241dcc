package id.posko.procedure.ui;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.swt.widgets.Control;

import id.posko.kit.Words;
import id.posko.procedure.Field;
import id.posko.procedure.desk.Filling;
import id.posko.ui.Form;

/** A field of a step's form as its kind is filled in; what is wrong with it is what the desk says of it. */
final class ValueRow {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
	private static final String NOTHING = "–";

	private final Field field;
	private final Form.Field row;

	/** @param before what was kept of it, "" if nothing was */
	ValueRow(Form form, String key, Field field, String before, Words words) {
		this.field = field;
		Function<String, Optional<String>> check = text -> text.equals(before) ? Optional.empty()
				: Filling.fault(field, value(text)).map(fault -> fault.sentence(words.locale()));
		String name = field.name();
		row = switch (field.kind()) {
		case TEXT, PERSON, DEVICE, FILE -> form.text(key, name, before, check);
		case LONG_TEXT -> form.lines(key, name, before, check);
		case NUMBER -> form.number(key, name, before, check);
		case DATE -> form.day(key, name, Field.date(before).map(DAY::format).orElse(before), Field::date, DAY::format,
				check);
		case YES_NO -> form.tick(key, name, before.equals(Field.YES));
		case CHOICE -> form.choice(key, name, choices(), field.choices().indexOf(before) + 1);
		case FINDING -> {
			int colon = before.indexOf(':');
			String chosen = colon < 0 ? before : before.substring(0, colon);
			yield form.choice(key, name, choices(), field.choices().indexOf(chosen) + 1,
					colon < 0 ? "" : before.substring(colon + 1).strip(), check);
		}
		};
		switch (field.kind()) {
		case DATE -> row.setHint(words.say("hint.DATE"));
		case NUMBER -> row.setHint(words.say("hint.NUMBER"));
		case DEVICE -> row.setHint(words.say("hint.DEVICE"));
		case TEXT, LONG_TEXT, YES_NO, CHOICE, FINDING, FILE, PERSON -> {
		}
		}
	}

	/** A day that no step's form asks for. */
	static Form.Field day(Form form, String key, String label, String day, Words words) {
		Form.Field made = form.day(key, label, day, Field::date, DAY::format, text -> text.isEmpty() || Field.date(text).isPresent()
				? Optional.empty() : Optional.of(words.say("letter.bad_date", text)));
		made.setHint(words.say("hint.DATE"));
		return made;
	}

	private List<String> choices() {
		List<String> all = new ArrayList<>(List.of(NOTHING));
		all.addAll(field.choices());
		return all;
	}

	String text() {
		return field.kind() == Field.Kind.YES_NO ? row.isOn() ? Field.YES : Field.NO : value(row.text());
	}

	private String value(String text) {
		return field.kind().isChosen() && text.equals(NOTHING) ? "" : text;
	}

	Control control() {
		return row.control();
	}
}
