package id.posko.ticket.ui;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.ticket.CalendarDraft;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** The form of the week's hours, each day's parted by its lunch. */
final class WeekSheet {

	private final Words words;
	private final Sheet sheet;
	private final Form form;
	private final Map<DayOfWeek, Form.Field> fields = new EnumMap<>(DayOfWeek.class);
	private final CalendarDraft draft;

	WeekSheet(Shell window, Look look, CalendarDraft draft) {
		this.draft = draft;
		words = Words.of(WeekSheet.class, look.locale());
		sheet = new Sheet(window, look, "week", words.say("calendar.week.title"));
		form = new Form(sheet.body(), look, "week");
		for (DayOfWeek day : DayOfWeek.values()) {
			Form.Field field = form.text(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, look.locale()),
					CalendarLine.written(draft.calendar().week().getOrDefault(day, List.of())),
					typed -> CalendarDraft.areHours(typed) ? Optional.empty() : Optional.of(words.say("calendar.no_hours")));
			field.setHint(words.say("calendar.closed"));
			fields.put(day, field);
		}
	}

	void open(Consumer<CalendarDraft> then) {
		sheet.open(words.say("calendar.set"), () -> {
			if (!form.isRight()) {
				return false;
			}
			Map<DayOfWeek, String> texts = new EnumMap<>(DayOfWeek.class);
			fields.forEach((day, field) -> texts.put(day, field.text()));
			Optional<CalendarDraft> next = draft.week(texts);
			next.ifPresent(then);
			return next.isPresent() || sheet.complain(words.say("calendar.no_week"));
		});
	}
}
